using Streamix.Messaging.Kit.Data;
using Streamix.Messaging.Kit.Roles;

namespace Streamix.Messaging.Kit.Processes;

/// <summary>Where the roles of a round find each other.</summary>
public sealed record KitSettings(string Bus, string PublisherDb, string ConsumerDb)
{
    public string Group { get; init; } = "kit-consumer";

    /// <summary>How many events publishers commit in all.</summary>
    public int Target { get; init; } = 1000;

    /// <summary><c>Step:N</c>: the process kills itself when it reaches the step for the n-th time.</summary>
    public string? CrashAt { get; init; }

    /// <summary>Further configuration.</summary>
    public IReadOnlyDictionary<string, string> More { get; init; } = new Dictionary<string, string>();

    public Dictionary<string, string> For(Role role)
    {
        var settings = new Dictionary<string, string>
        {
            ["ConnectionStrings:bus"] = Bus,
            [$"ConnectionStrings:{KitDatabase.Connection}"] = role is Role.Consume ? ConsumerDb : PublisherDb,
            ["Messaging:Group"] = role is Role.Consume ? Group : "kit-publisher",
            ["Messaging:PollInterval"] = "00:00:02",
            ["Messaging:UnroutedProbe"] = "00:00:00.3",
            ["Messaging:Retry:BaseDelay"] = "00:00:00.05",
            ["Messaging:Retry:MaxDelay"] = "00:00:01",
            ["Aspire:Confluent:Kafka:Consumer:Config:SessionTimeoutMs"] = "3000",
            ["Aspire:Confluent:Kafka:Consumer:Config:HeartbeatIntervalMs"] = "500",
            ["KIT_TARGET"] = $"{Target}",
        };
        if (role is Role.Publish)
            settings["Messaging:Relay"] = "false";
        if (CrashAt is not null)
            settings["KIT_CRASH"] = CrashAt;
        foreach (var (name, value) in More)
            settings[name] = value;
        return settings;
    }
}
