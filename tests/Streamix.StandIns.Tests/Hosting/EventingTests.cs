using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;
using Aspire.Hosting.Lifecycle;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Hosting;

public sealed class EventingTests
{
    private readonly DistributedApplicationEventing eventing = new();
    private readonly List<string> seen = [];

    [Fact]
    public async Task Handlers_Run_one_after_the_other_in_the_order_they_subscribed()
    {
        Subscribe("first");
        Subscribe("second");
        await eventing.PublishAsync(new Happened(), Apps.Soon);

        seen.ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task Error_of_a_handler_Ends_the_row_and_reaches_the_publisher()
    {
        eventing.Subscribe<Happened>((_, _) => throw new InvalidOperationException("no"));
        Subscribe("second");

        await Should.ThrowAsync<InvalidOperationException>(() => eventing.PublishAsync(new Happened(), Apps.Soon));
        seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Concurrent_handlers_All_run_though_one_fails()
    {
        eventing.Subscribe<Happened>((_, _) => Task.FromException(new InvalidOperationException("no")));
        Subscribe("second");

        await Should.ThrowAsync<InvalidOperationException>(() => eventing.PublishAsync(new Happened(), EventDispatchBehavior.BlockingConcurrent, Apps.Soon));
        seen.ShouldBe(["second"]);
    }

    [Fact]
    public async Task Publisher_does_not_wait_for_non_blocking_handlers()
    {
        var release = new TaskCompletionSource();
        var done = new TaskCompletionSource();
        eventing.Subscribe<Happened>(async (_, _) =>
        {
            await release.Task;
            done.SetResult();
        });
        await eventing.PublishAsync(new Happened(), EventDispatchBehavior.NonBlockingSequential, Apps.Soon);
        done.Task.IsCompleted.ShouldBeFalse();

        release.SetResult();

        await done.Task.WaitAsync(Apps.Soon);
    }

    [Fact]
    public async Task Unsubscribed_handler_Is_not_called()
    {
        var subscription = Subscribe("first");
        eventing.Unsubscribe(subscription);
        await eventing.PublishAsync(new Happened(), Apps.Soon);

        seen.ShouldBeEmpty();
    }

    [Fact]
    public async Task Resource_handler_Hears_only_of_its_resource()
    {
        var app = Apps.Run();
        var one = app.AddContainer("one", "image").OnResourceReady((r, _, _) => See(r.Name));
        var two = app.AddContainer("two", "image").OnResourceReady((r, _, _) => See(r.Name));
        await using var built = app.Build();
        await app.Eventing.PublishAsync(new ResourceReadyEvent(two.Resource, built.Services), Apps.Soon);

        seen.ShouldBe(["two"]);
        one.Resource.Name.ShouldBe("one");
    }

    [Fact]
    public async Task Subscribers_Are_there_before_the_first_event_and_the_event_before_the_start()
    {
        var app = Apps.Publish(Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json"));
        app.Services.AddSingleton(seen);
        app.Services.AddEventingSubscriber<Subscriber>();
        app.OnBeforeStart((e, _) => See($"before start of {e.Model.Resources.Count}"));
        app.AddContainer("one", "image").WithManifestPublishingCallback(_ => seen.Add("published"));
        await app.Build().RunAsync(Apps.Soon);

        seen.ShouldBe(["subscribed", "before start of 1", "published"]);
    }

    private DistributedApplicationEventSubscription Subscribe(string name) => eventing.Subscribe<Happened>((_, _) => See(name));

    private Task See(string name)
    {
        seen.Add(name);
        return Task.CompletedTask;
    }

    private sealed record Happened : IDistributedApplicationEvent;

    private sealed class Subscriber(List<string> seen) : IDistributedApplicationEventingSubscriber
    {
        public Task SubscribeAsync(IDistributedApplicationEventing eventing, DistributedApplicationExecutionContext executionContext, CancellationToken cancellationToken)
        {
            seen.Add("subscribed");
            return Task.CompletedTask;
        }
    }
}
