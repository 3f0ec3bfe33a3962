namespace Streamix.Messaging.Kit.Contract;

/// <summary>A broker with nothing in it yet.</summary>
public interface ITransportUnderTest : IAsyncDisposable
{
    /// <summary>The value of <c>ConnectionStrings:bus</c>.</summary>
    string Bus { get; }

    /// <summary>Takes the broker away for a moment, as hard as the broker allows without losing what it confirmed.</summary>
    Task InterruptAsync();

    /// <summary>True when an event type nobody subscribed to is reported back.</summary>
    bool ReportsUnrouted { get; }
}
