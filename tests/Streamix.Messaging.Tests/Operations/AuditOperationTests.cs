using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Streamix.Messaging.Kit.Data;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Messaging.Events;
using Streamix.ServiceDefaults.Messaging.Outbox;

namespace Streamix.Messaging.Tests.Operations;

/// <summary>The records of audit that a service keeps.</summary>
public sealed class AuditOperationTests : IAsyncLifetime
{
    private const string Audit = "/operations/audit";
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Guid Title = Guid.Parse("0197c0de-0000-7000-8000-00000000000a");
    private static readonly Guid Actor = Guid.Parse("0197c0de-0000-7000-8000-00000000000b");
    private readonly OperationsHost _host = new();

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        await using var db = KitDatabase.Open(_host.Database);
        await db.Database.ExecuteSqlAsync($"INSERT INTO outbox (id, partition, type, version, subject, body, occurred_at, correlation_id) VALUES ({Guid.NewGuid()}, 0, 'kit.other', 1, 's', '\\xff'::bytea, now(), 'c')");
        db.AddRange(
            Message(0, "title.created", $"title:{Title:n}", $"account:{Actor:n}"),
            Message(1, "title.withdrawn", $"title:{Title:d}", "service:media-catalog", "asked by ada@example.org"),
            Message(2, "upload.begun", "upload:7", $"account:{Actor:n}"));
        await db.SaveChangesAsync();
    }

    public Task DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("", "upload.begun title.withdrawn title.created")]
    [InlineData("action=title.", "title.withdrawn title.created")]
    [InlineData("action=title.created", "title.created")]
    [InlineData("subject=0197c0de-0000-7000-8000-00000000000a", "title.withdrawn title.created")]
    [InlineData("subject=0197c0de00007000800000000000000a", "title.withdrawn title.created")]
    [InlineData("subject=upload:", "upload.begun")]
    [InlineData("actor=0197c0de-0000-7000-8000-00000000000b", "upload.begun title.created")]
    [InlineData("actor=service:media-catalog", "title.withdrawn")]
    [InlineData("actor=0197c0de-0000-7000-8000-00000000000b&action=title.", "title.created")]
    [InlineData("from=2026-01-01T01:00:00Z", "upload.begun title.withdrawn")]
    [InlineData("to=2026-01-01T01:00:00Z", "title.created")]
    [InlineData("action=nothing", "")]
    [InlineData("action=%27%20OR%201=1--", "")]
    public async Task Read_Filtered_IsLatestFirst(string query, string actions) => string.Join(' ', Actions(await ReadAsync(query))).ShouldBe(actions);

    [Fact]
    public async Task Read_PageByPage_ShowsEachOnce()
    {
        List<string?> seen = [];
        string? next = null;
        do
        {
            var page = await ReadAsync($"limit=1{(next is null ? "" : $"&after={next}")}");
            seen.AddRange(Actions(page));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        seen.ShouldBe(["upload.begun", "title.withdrawn", "title.created"]);
    }

    [Fact]
    public async Task Read_ShowsWhoDidWhatAndWhyWithoutAddresses()
    {
        var record = (await ReadAsync("action=title.withdrawn")).GetProperty("items")[0];
        (record.GetProperty("service").GetString(), record.GetProperty("actor").GetString(), record.GetProperty("reason").GetString()).ShouldBe(("kit", "service:media-catalog", "asked by [redacted]"));
        record.GetProperty("occurredAt").GetDateTimeOffset().ShouldBe(Start.AddHours(1));
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData("", 403)]
    [InlineData("editor", 403)]
    [InlineData("support", 200)]
    [InlineData("admin", 200)]
    public async Task Read_IsForAdministratorsAndSupport(string? role, int status)
    {
        using var answer = await (role is null ? _host.Nobody() : _host.User(role.Length > 0 ? [role] : [])).GetAsync(Audit);
        ((int)answer.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Read_WithACursorOfAnotherList_Is400()
    {
        using var answer = await _host.User("admin").GetAsync($"{Audit}?after=nonsense");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static IEnumerable<string?> Actions(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(r => r.GetProperty("action").GetString());

    private Task<JsonElement> ReadAsync(string query) => OperationsHost.JsonAsync(_host.User("support").GetAsync($"{Audit}?{query}"));

    private static OutboxMessage Message(int hours, string action, string target, string actor, string? reason = null) => new()
    {
        Id = Guid.CreateVersion7(), Partition = 0, Type = "infra.audit.recorded", Version = 1, Subject = target, OccurredAt = Start.AddHours(hours), CorrelationId = "c",
        Body = JsonSerializer.SerializeToUtf8Bytes(
            new AuditRecorded(Guid.CreateVersion7(), "kit", action, target, actor, ["admin"], null, reason, ["status"], Start.AddHours(hours), null), EventJson.Options),
    };
}
