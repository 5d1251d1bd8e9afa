namespace Kommunebro.Admin.Forms;

/// <summary>What a form of this request holds: sent just now, or waiting since its session ended.</summary>
public sealed class Submission
{
    private const string HandlerField = "_handler";

    private IReadOnlyDictionary<string, string> _fields = new Dictionary<string, string>();
    private IFormFileCollection? _files;

    /// <summary>The form's name; null when the request brought none.</summary>
    public string? FormName => _fields.GetValueOrDefault(HandlerField);

    /// <summary>What the person sent, without what the page and the framework add.</summary>
    public IEnumerable<KeyValuePair<string, string>> Written => _fields.Where(sent => !sent.Key.StartsWith('_'));

    /// <summary>True when it was not sent in this request, but waits to be looked at and sent again.</summary>
    public bool IsDraft { get; private set; }

    /// <summary>Takes the fields of this request's form or draft; a draft has no files.</summary>
    public void Take(IReadOnlyDictionary<string, string> fields, bool isDraft, IFormFileCollection? files = null) =>
        (_fields, IsDraft, _files) = (fields, isDraft, files);

    /// <summary>The form called <paramref name="name"/>, with what was written into it.</summary>
    /// <param name="name">As the page names it.</param>
    /// <param name="initial">What stands in it at first.</param>
    public FormState Form(string name, params IReadOnlyList<(string Field, string Value)> initial)
    {
        var values = initial.ToDictionary(field => field.Field, field => field.Value, StringComparer.Ordinal);
        if (FormName != name)
            return new FormState(name, values, FormOrigin.Fresh);
        foreach (var (field, value) in _fields.Where(field => field.Key != HandlerField))
            values[field] = value;
        return new FormState(name, values, IsDraft ? FormOrigin.Draft : FormOrigin.Sent);
    }

    /// <summary>The file in a field of <paramref name="form"/>. None, one that is empty, and one that is too large are errors at the field.</summary>
    public IFormFile? FileOf(FormState form, string field, Words words)
    {
        var file = form.Origin == FormOrigin.Sent ? _files?.GetFile(field) : null;
        if (file is { Length: > 0 and <= Upload.MostBytes })
            return file;
        form.Refuse(field, file switch
        {
            null => words["rule.file_missing"],
            { Length: 0 } => words["rule.file_empty"],
            _ => words["rule.file_too_large", Upload.MostBytes / 1024 / 1024],
        });
        return null;
    }
}
