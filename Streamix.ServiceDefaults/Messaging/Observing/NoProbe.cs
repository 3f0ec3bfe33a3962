namespace Streamix.ServiceDefaults.Messaging.Observing;

internal sealed class NoProbe : IMessagingProbe
{
    public void Reached(MessagingStep step)
    {
    }
}
