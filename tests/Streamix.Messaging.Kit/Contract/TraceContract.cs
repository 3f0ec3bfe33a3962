using System.Diagnostics;
using Shouldly;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Messaging.Observing;
using Xunit;

namespace Streamix.Messaging.Kit.Contract;

/// <summary>One trace from the request to the last effect.</summary>
public abstract class TraceContract : TransportContract
{
    private static readonly ActivitySource Request = new("kit.request");

    [Fact]
    public async Task Trace_and_correlation_Reach_the_handler()
    {
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is MessagingTelemetry.Name or "kit.request",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        ActivitySource.AddActivityListener(listener);
        var handled = new TaskCompletionSource<(Activity? Activity, EventContext Context)>();
        var stage = await StageAsync();
        await stage.ConsumerAsync(behaviour: new()
        {
            BeforeAsync = (_, context, _) =>
            {
                handled.TrySetResult((Activity.Current, context));
                return Task.CompletedTask;
            },
        });
        var publisher = await stage.PublisherAsync();
        ActivityTraceId trace;
        using (var request = Request.StartActivity("request")!)
        {
            request.TraceStateString = "vendor=1";
            trace = request.TraceId;
            await publisher.StepAsync("subject");
        }

        var (activity, context) = await handled.Task.WaitAsync(TimeSpan.FromSeconds(30));
        activity.ShouldNotBeNull().TraceId.ShouldBe(trace);
        activity.Kind.ShouldBe(ActivityKind.Consumer);
        activity.TraceStateString.ShouldBe("vendor=1");
        activity.GetTagItem("messaging.message.id").ShouldBe(context.Id);
        context.CorrelationId.ShouldBe(trace.ToString());
    }
}
