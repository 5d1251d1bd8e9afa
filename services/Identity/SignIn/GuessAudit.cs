using Kommunebro.Identity.Data;
using Kommunebro.ServiceDefaults;

namespace Kommunebro.Identity.SignIn;

/// <summary>Notes in the audit what anybody can cause, as far as the budget goes.</summary>
internal sealed class GuessAudit(IdentityDb db, GuessBudget budget)
{
    /// <summary>Stands in the audit for an account, client or organisation that does not exist, or that nobody can tell.</summary>
    public const string Unknown = "unknown";

    /// <summary>Stores the row; the last one for a while says that more are withheld.</summary>
    /// <param name="action">What was tried.</param>
    /// <param name="subjectType">account, client or organisation.</param>
    /// <param name="subject">Its id, or <see cref="Unknown"/>.</param>
    /// <param name="after">What the row says besides, by name.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task NoteAsync(
        string action, string subjectType, string subject, Dictionary<string, object> after, CancellationToken cancellationToken)
    {
        var row = budget.Take($"{action} {subject}");
        if (row == GuessRow.Withheld)
            return;
        if (row == GuessRow.LastForAWhile)
            after["moreAreWithheld"] = true;
        db.Audit(action, subjectType, subject, before: null, after.Count > 0 ? after : null);
        await db.SaveChangesAsync(cancellationToken);
    }
}
