namespace Streamix.ServiceDefaults.Audit;

/// <summary>The record of what those with a role did. Request-scoped.</summary>
public interface IAudit
{
    /// <summary>
    /// Records an act of the present caller: call it before <c>SaveChanges</c>, so that the record is committed with the change or not at all.
    /// </summary>
    /// <param name="action">What, as <c>title.withdrawn</c>.</param>
    /// <param name="target">On what, as <c>title:0197…</c>; no personal data.</param>
    /// <param name="reason">Why, as the actor gave it.</param>
    /// <param name="changed">The names of changed fields.</param>
    void Record(string action, string target, string? reason = null, params ReadOnlySpan<string> changed);
}
