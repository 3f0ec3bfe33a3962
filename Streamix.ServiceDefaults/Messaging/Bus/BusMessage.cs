namespace Streamix.ServiceDefaults.Messaging.Bus;

/// <summary>What travels: the envelope as headers and the body as it was staged.</summary>
/// <param name="Type">The event's name; decides where the message goes.</param>
/// <param name="Subject">The key that keeps order.</param>
/// <param name="Headers">The envelope (<see cref="EnvelopeHeaders"/>).</param>
/// <param name="Body">UTF-8 JSON.</param>
public sealed record BusMessage(
    string Type, string Subject, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body);
