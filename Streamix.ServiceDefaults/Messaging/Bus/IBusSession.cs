namespace Streamix.ServiceDefaults.Messaging.Bus;

/// <summary>A running subscription. Disposing leaves the group; what was not acknowledged goes to the others.</summary>
public interface IBusSession : IAsyncDisposable
{
    /// <summary>Completes when the broker went away; then subscribe again.</summary>
    Task Lost { get; }

    /// <summary>Receives nothing more, while acknowledgements still count.</summary>
    Task StopReceivingAsync(CancellationToken cancellationToken);
}
