using System.Net.Sockets;
using RabbitMQ.Client.Exceptions;

namespace Streamix.ServiceDefaults.Messaging.RabbitMq;

internal static class RabbitFailure
{
    public static bool IsOutage(Exception error) => error
        is RabbitMQClientException or IOException or SocketException or TimeoutException or ObjectDisposedException or OperationCanceledException;

    /// <summary>Closing what is broken already may fail; nobody needs to know.</summary>
    public static async Task IgnoreAsync(ValueTask closing)
    {
        try
        {
            await closing;
        }
        catch (Exception error) when (IsOutage(error) || error is InvalidOperationException)
        {
        }
    }
}
