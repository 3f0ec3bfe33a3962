namespace Streamix.ServiceDefaults.Messaging.Events;

/// <summary>A handler and the version of the event it understands.</summary>
/// <param name="Name">Part of the inbox key: renaming a handler makes it see redelivered events again.</param>
internal sealed record HandlerRegistration(
    EventContract Contract,
    Type EventClass,
    string Name,
    Func<IServiceProvider, object, EventContext, CancellationToken, Task> InvokeAsync);
