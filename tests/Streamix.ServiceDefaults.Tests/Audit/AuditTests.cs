using System.Collections.Concurrent;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Tests.Host;

namespace Streamix.ServiceDefaults.Tests.Audit;

public sealed class AuditTests : IAsyncLifetime
{
    private readonly Published _published = new();
    private TestService _service = null!;

    public async Task InitializeAsync() => _service = await TestService.StartAsync(
        build => build.Services.AddScoped<IEventPublisher>(_ => _published),
        app =>
        {
            var admin = app.MapGroup("/titles").RequireRole(Roles.Admin).RequireAudit();
            admin.MapPost("/{id}/withdraw", (string id, IAudit audit) => audit.Record("title.withdrawn", $"title:{id}", "asked by the owner", "status"));
            admin.MapPost("/{id}/forget", (string id) => TypedResults.NoContent());
            admin.MapPost("/{id}/refuse", (string id) => TypedResults.Conflict());
            admin.MapGet("/{id}", (string id) => id);
        });

    public async Task DisposeAsync() => await _service.DisposeAsync();

    [Fact]
    public async Task Write_Recorded_IsPublishedWithItsActor()
    {
        var account = Guid.CreateVersion7();
        (await _service.User(account, Roles.Admin).PostAsync("/titles/7/withdraw", null)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var (record, subject) = _published.Events.Single();
        var audit = record.ShouldBeOfType<AuditRecorded>();
        (audit.Action, audit.Target, audit.Actor, audit.Service, subject).ShouldBe(("title.withdrawn", "title:7", $"account:{account:n}", "test", "title:7"));
        audit.Roles.ShouldBe([Roles.Admin]);
        audit.Changed.ShouldBe(["status"]);
        audit.Reason.ShouldBe("asked by the owner");
    }

    [Fact]
    public async Task Write_NotRecorded_Is500() => await (await _service.User(null, Roles.Admin).PostAsync("/titles/7/forget", null)).ShouldBeProblemAsync(500);

    [Fact]
    public async Task Write_Refused_NeedsNoRecord() => await (await _service.User(null, Roles.Admin).PostAsync("/titles/7/refuse", null)).ShouldBeProblemAsync(409);

    [Fact]
    public async Task Read_NeedsNoRecord() => (await _service.User(null, Roles.Admin).GetAsync("/titles/7")).StatusCode.ShouldBe(HttpStatusCode.OK);

    private sealed class Published : IEventPublisher
    {
        public ConcurrentQueue<(object Event, string Subject)> Events { get; } = new();

        public void Publish<T>(T @event, string subject) where T : IEvent => Events.Enqueue((@event, subject));
    }
}
