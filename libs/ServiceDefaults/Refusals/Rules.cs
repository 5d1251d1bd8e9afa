namespace Kommunebro.ServiceDefaults;

/// <summary>Collects what is wrong with an input, so that the caller hears everything at once.</summary>
public sealed class Rules
{
    private readonly List<Violation> _violations = [];

    /// <summary>True while nothing was broken.</summary>
    public bool Hold => _violations.Count == 0;

    /// <summary>Notes a violation unless <paramref name="holds"/>.</summary>
    public Rules Check(bool holds, string field, string code, string message)
    {
        if (!holds)
            _violations.Add(new Violation(field, code, message));
        return this;
    }

    /// <summary>Notes missing_field unless <paramref name="isThere"/>.</summary>
    public Rules Required(bool isThere, string field, string message = "This field is required.") =>
        Check(isThere, field, "missing_field", message);

    /// <summary>Throws when anything was broken.</summary>
    /// <exception cref="Refusal">With all violations.</exception>
    public void Enforce()
    {
        if (!Hold)
            throw Refusal.Invalid(_violations);
    }
}
