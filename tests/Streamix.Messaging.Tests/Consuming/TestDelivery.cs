using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.Messaging.Tests.Consuming;

internal sealed class TestDelivery(string subject, int number, CancellationToken revoked = default)
    : BusDelivery(new("test", subject, new Dictionary<string, string>(), Array.Empty<byte>()), redelivered: false, revoked)
{
    public int Number => number;

    public bool IsAcknowledged { get; private set; }

    public bool IsAbandoned { get; private set; }

    public override ValueTask AcknowledgeAsync()
    {
        IsAcknowledged = true;
        return ValueTask.CompletedTask;
    }

    public override void Abandon() => IsAbandoned = true;
}
