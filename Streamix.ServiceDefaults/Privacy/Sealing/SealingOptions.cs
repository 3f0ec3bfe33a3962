namespace Streamix.ServiceDefaults.Privacy.Sealing;

/// <summary>Section <c>Sealing</c>.</summary>
public sealed class SealingOptions
{
    /// <summary>From which this service's private key is derived: at least 32 characters that nobody can guess.</summary>
    public string? Secret { get; set; }

    /// <summary>Earlier secrets, so that what is still on its way can be opened after a change.</summary>
    public IList<string> PreviousSecrets { get; } = [];

    /// <summary>By recipient: the address of its key set (RFC 7517), or the key set itself when it starts with a brace. By default its own well-known address.</summary>
    public IDictionary<string, string> Recipients { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>A recipient's keys are read again after this time.</summary>
    public TimeSpan KeysLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a read of them may take; whoever has no key yet waits as long, at most.</summary>
    public TimeSpan KeysPatience { get; set; } = TimeSpan.FromSeconds(3);
}
