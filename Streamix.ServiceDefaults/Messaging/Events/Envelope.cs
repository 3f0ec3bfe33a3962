using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.ServiceDefaults.Messaging.Events;

/// <summary>The envelope of a message, read and checked.</summary>
internal sealed record Envelope(
    Guid Id, string Type, int Version, string Subject, DateTimeOffset OccurredAt, string CorrelationId, string? TraceParent, string? TraceState)
{
    public static bool TryRead(BusMessage message, [NotNullWhen(true)] out Envelope? envelope)
    {
        var headers = message.Headers;
        envelope = null;
        if (!Guid.TryParse(headers.GetValueOrDefault(EnvelopeHeaders.Id), out var id)
            || !int.TryParse(headers.GetValueOrDefault(EnvelopeHeaders.Version), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || !DateTimeOffset.TryParse(
                headers.GetValueOrDefault(EnvelopeHeaders.OccurredAt), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var occurredAt))
            return false;

        envelope = new(
            id, message.Type, version, message.Subject, occurredAt.ToUniversalTime(),
            headers.GetValueOrDefault(EnvelopeHeaders.CorrelationId) ?? id.ToString(),
            headers.GetValueOrDefault(EnvelopeHeaders.TraceParent),
            headers.GetValueOrDefault(EnvelopeHeaders.TraceState));
        return true;
    }

    public Dictionary<string, string> ToHeaders()
    {
        var headers = new Dictionary<string, string>(8)
        {
            [EnvelopeHeaders.Id] = Id.ToString(),
            [EnvelopeHeaders.Type] = Type,
            [EnvelopeHeaders.Version] = Version.ToString(CultureInfo.InvariantCulture),
            [EnvelopeHeaders.Subject] = Subject,
            [EnvelopeHeaders.OccurredAt] = OccurredAt.ToString("O", CultureInfo.InvariantCulture),
            [EnvelopeHeaders.CorrelationId] = CorrelationId,
        };
        if (TraceParent is not null)
            headers[EnvelopeHeaders.TraceParent] = TraceParent;
        if (TraceState is not null)
            headers[EnvelopeHeaders.TraceState] = TraceState;
        return headers;
    }

    public EventContext ToContext(int attempt) => new(Id, Type, Version, Subject, OccurredAt, CorrelationId, attempt);
}
