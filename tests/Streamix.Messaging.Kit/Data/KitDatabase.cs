using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Messaging.Kit.Data;

/// <summary>Opens a kit database outside of a host.</summary>
public static class KitDatabase
{
    public const string Connection = "kit-db";

    public static KitDb Open(string connectionString) =>
        new(new DbContextOptionsBuilder<KitDb>().UseNpgsql(ServiceDbOptions.WithServiceDefaults(connectionString), o => o.EnableRetryOnFailure(20)).Options);

    public static async Task CreateAsync(string connectionString)
    {
        await using var db = Open(connectionString);
        await db.Database.EnsureCreatedAsync();
    }

    public static async Task<int> StagedAsync(string connectionString)
    {
        await using var db = Open(connectionString);
        return await db.Counters.SumAsync(c => c.Last);
    }

    public static async Task<int> AppliedAsync(string connectionString)
    {
        await using var db = Open(connectionString);
        return await db.Applied.CountAsync();
    }
}
