namespace Streamix.Infra.Gateway.Sessions;

/// <summary>
/// Section <c>Gateway:Sessions</c>. What ends a session is refused everywhere within a second: the message tells of it at once; a lost one is made
/// up for by <see cref="Poll"/>; without the list the session service is asked after <see cref="Fresh"/>, at most every <see cref="Rest"/> for one session.
/// </summary>
internal sealed class SessionsOptions
{
    public const string Section = "Gateway:Sessions";

    /// <summary>False when a deployment has no session service and signature and deny list decide alone. Outside development this has to be said.</summary>
    public bool? Check { get; set; }

    /// <summary>How often the deny list is looked at even without a message.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long after the beginning of a reading the list is good for what it does not know.</summary>
    public TimeSpan Fresh { get; set; } = TimeSpan.FromMilliseconds(800);

    /// <summary>How long an answer is good without the list, and how often a silent session service is asked again.</summary>
    public TimeSpan Rest { get; set; } = TimeSpan.FromMilliseconds(500);
}
