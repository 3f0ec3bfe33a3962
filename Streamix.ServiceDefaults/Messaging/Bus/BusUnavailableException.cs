namespace Streamix.ServiceDefaults.Messaging.Bus;

/// <summary>The broker did not do what was asked; asking again later is safe.</summary>
public sealed class BusUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
