using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Streamix.Messaging.Kit.Contract;
using Streamix.Messaging.Kit.Data;
using Streamix.Messaging.Kit.Processes;
using Streamix.Messaging.Kit.Roles;
using Streamix.ServiceDefaults.Messaging.Inbox;
using Streamix.Testing.Engines;

namespace Streamix.Messaging.Tests.Inbox;

public sealed class MessagingCleanerTests
{
    [Fact]
    public async Task Ids_of_handled_events_Are_forgotten_after_their_retention()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await KitDatabase.CreateAsync(database);
        await using var node = await KitNode.StartAsync(Role.Publish, new("", database, database));
        await using var db = KitDatabase.Open(database);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO inbox (event_id, handler, handled_at)
            SELECT gen_random_uuid(), 'h', now() - (n || ' days')::interval FROM generate_series(0, 27) n, generate_series(1, 500)
            """);
        (await node.Services.GetRequiredService<MessagingCleaner<KitDb>>().CleanAsync(default)).ShouldBe(14 * 500);
        (await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM inbox").SingleAsync()).ShouldBe(14 * 500);
    }

    [Fact]
    public async Task Answers_for_repeats_Are_forgotten_when_their_time_is_over()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await KitDatabase.CreateAsync(database);
        await using var node = await KitNode.StartAsync(Role.Publish, new("", database, database));
        await using var db = KitDatabase.Open(database);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO idempotency_keys (id, fingerprint, status, headers, body, expires_at)
            SELECT decode(md5(n::text), 'hex'), '', 201, jsonb_build_object(), '', now() + ((n % 2) * 2 - 1) * interval '1 hour' FROM generate_series(1, 2400) n
            """);
        (await node.Services.GetRequiredService<MessagingCleaner<KitDb>>().CleanAsync(default)).ShouldBe(1200);
        (await db.Database.SqlQuery<int>($"SELECT count(*)::int AS \"Value\" FROM idempotency_keys WHERE expires_at > now()").SingleAsync()).ShouldBe(1200);
    }
}
