using Streamix.Messaging.Kit.Data;
using Streamix.Messaging.Kit.Processes;
using Streamix.Messaging.Kit.Rounds;
using Streamix.Testing.Engines;

namespace Streamix.Messaging.Tests.Rounds;

/// <summary>Small on every build, 100,000 events with STREAMIX_LONG=1.</summary>
internal static class RoundSize
{
    private static bool IsLong => Environment.GetEnvironmentVariable("STREAMIX_LONG") == "1";

    public static int Events => IsLong ? 100_000 : 2_000;

    public static RoundPlan Plan => IsLong
        ? new(TimeSpan.FromSeconds(4), int.MaxValue, TimeSpan.FromMinutes(30))
        : new(TimeSpan.FromSeconds(1.5), 8, TimeSpan.FromMinutes(4));

    public static async Task<KitSettings> SettingsAsync(string bus, PostgresServer postgres)
    {
        var settings = new KitSettings(bus, await postgres.CreateDatabaseAsync("pub"), await postgres.CreateDatabaseAsync("con"))
        {
            Target = Events,
            More = new Dictionary<string, string> { ["KIT_PAUSE_MS"] = IsLong ? "0" : "60" },
        };
        await KitDatabase.CreateAsync(settings.PublisherDb);
        await KitDatabase.CreateAsync(settings.ConsumerDb);
        return settings;
    }
}
