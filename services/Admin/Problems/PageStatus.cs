namespace Kommunebro.Admin.Problems;

/// <summary>The status of a page that tells why it shows nothing.</summary>
internal static class PageStatus
{
    /// <summary>
    /// Answers with <paramref name="status"/>. It is set at the last moment: a 404 that the renderer sees makes it drop the
    /// page, which here says what was not found.
    /// </summary>
    public static void AnswerWith(this HttpContext context, int status) => context.Response.OnStarting(() =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    });
}
