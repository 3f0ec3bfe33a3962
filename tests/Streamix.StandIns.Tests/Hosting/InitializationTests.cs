using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class InitializationTests
{
    private readonly IDistributedApplicationBuilder app = Apps.Run("--Parameters:known=v");

    [Fact]
    public async Task Parameter_Shows_its_value_or_that_it_is_missing()
    {
        var known = app.AddParameter("known", secret: true);
        var missing = app.AddParameter("missing");
        await using var built = app.Build();

        var snapshot = await InitializeAsync(built, known.Resource);
        snapshot.State!.Text.ShouldBe(KnownResourceStates.Running);
        snapshot.Properties.Single(p => p.Name == "Value").IsSensitive.ShouldBeTrue();
        (await InitializeAsync(built, missing.Resource)).State!.Text.ShouldBe(KnownResourceStates.ValueMissing);
    }

    [Fact]
    public async Task External_service_Runs_when_its_url_is_valid()
    {
        var pay = app.AddExternalService("pay", "https://pay.example/");
        var bad = app.AddExternalService("bad", app.AddParameter("bad-url", "relative"));
        await using var built = app.Build();

        (await InitializeAsync(built, pay.Resource)).State!.Text.ShouldBe(KnownResourceStates.Running);
        (await InitializeAsync(built, bad.Resource)).State!.Text.ShouldBe(KnownResourceStates.FailedToStart);
    }

    [Fact]
    public async Task Composed_connection_string_Is_announced()
    {
        var seen = new List<string>();
        var objects = app.AddConnectionString("objects", ReferenceExpression.Create($"Endpoint={app.AddParameter("known")}"))
            .OnBeforeResourceStarted((_, _, _) => See("before start"))
            .OnConnectionStringAvailable((_, _, _) => See("available"));
        await using var built = app.Build();

        (await InitializeAsync(built, objects.Resource)).State!.Text.ShouldBe(KnownResourceStates.Running);
        seen.ShouldBe(["before start", "available"]);

        Task See(string what)
        {
            seen.Add(what);
            return Task.CompletedTask;
        }
    }

    private static async Task<CustomResourceSnapshot> InitializeAsync(DistributedApplication built, IResource resource)
    {
        var services = built.Services;
        var logs = services.GetRequiredService<ResourceLoggerService>();
        var eventing = services.GetRequiredService<Aspire.Hosting.Eventing.IDistributedApplicationEventing>();
        await eventing.PublishAsync(new InitializeResourceEvent(resource, eventing, logs, built.ResourceNotifications, services), Apps.Soon);
        built.ResourceNotifications.TryGetCurrentState(resource.Name, out var state).ShouldBeTrue();
        return state.Snapshot;
    }
}
