namespace Streamix.ServiceDefaults.Messaging.Observing;

/// <summary>Is told each step; a test's implementation may throw or end the process there.</summary>
internal interface IMessagingProbe
{
    void Reached(MessagingStep step);
}
