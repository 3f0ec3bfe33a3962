namespace Streamix.ServiceDefaults.Messaging;

/// <summary>How a service sends and receives events; configuration section <c>Messaging</c>.</summary>
public sealed class MessagingOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Messaging";

    /// <summary>How the types of audit begin.</summary>
    internal const string AuditTypes = "infra.audit.";

    /// <summary>The consumer group: replicas with the same group share the work. Default: the resource's name.</summary>
    public string Group { get; set; } = "";

    /// <summary><c>rabbitmq</c> or <c>kafka</c>; default: by the shape of the connection string <c>bus</c>.</summary>
    public string? Transport { get; set; }

    /// <summary>How many events a process handles at once, each of another subject.</summary>
    public int Concurrency { get; set; } = 8;

    /// <summary>How many events may wait in the process; more are left at the broker.</summary>
    public int Prefetch { get; set; } = 200;

    /// <summary>False in a process that only stages events and leaves sending to others.</summary>
    public bool Relay { get; set; } = true;

    /// <summary>How many outbox rows one round of the relay takes.</summary>
    public int BatchSize { get; set; } = 256;

    /// <summary>How often the relay looks without having been woken.</summary>
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the broker may take to confirm.</summary>
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often an event nobody listens to is offered again.</summary>
    public TimeSpan UnroutedProbe { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long an event waits for its first listener before it counts as sent to nobody.</summary>
    public TimeSpan UnroutedRetention { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long a record of audit waits for whoever keeps the records: until then the outbox of its service is their only keeper.</summary>
    public TimeSpan AuditRetention { get; set; } = TimeSpan.FromDays(730);

    /// <summary>Whether a service gathers the records of audit of all services. Without one they are not given to the broker.</summary>
    public bool AuditIsGathered { get; set; }

    /// <summary>How long the ids of handled events are kept to recognise duplicates; longer than the broker keeps events.</summary>
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(14);

    /// <summary>How often old rows are removed.</summary>
    public TimeSpan CleanInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often outbox and dead letters are counted for the metrics.</summary>
    public TimeSpan BacklogInterval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How long handlers may finish at shutdown.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>What happens to an event whose handler fails.</summary>
    public RetryOptions Retry { get; set; } = new();

    /// <summary>Whether the outbox is the only keeper of events of this type.</summary>
    internal bool KeepsHere(string type) => !AuditIsGathered && type.StartsWith(AuditTypes, StringComparison.Ordinal);

    /// <summary>How long an event of this type is kept while nobody listens to it.</summary>
    internal TimeSpan RetentionOf(string type) => type.StartsWith(AuditTypes, StringComparison.Ordinal) ? AuditRetention : UnroutedRetention;
}
