using System.Globalization;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.Messaging.Kit.Contract;

/// <summary>Messages no publisher of ours would send.</summary>
internal static class Poison
{
    public static BusMessage WithoutEnvelope(string subject) =>
        new(StepTaken.Name, subject, new Dictionary<string, string> { [EnvelopeHeaders.Subject] = subject }, "{}"u8.ToArray());

    public static BusMessage WithBody(string subject, byte[] body) => Message(subject, 1, body);

    public static BusMessage WithVersion(string subject, int version) => Message(subject, version, "{}"u8.ToArray());

    public static BusMessage Message(string subject, int version, byte[] body) => new(StepTaken.Name, subject, new Dictionary<string, string>
    {
        [EnvelopeHeaders.Id] = Guid.CreateVersion7().ToString(),
        [EnvelopeHeaders.Version] = version.ToString(CultureInfo.InvariantCulture),
        [EnvelopeHeaders.Subject] = subject,
        [EnvelopeHeaders.OccurredAt] = "2026-01-02T03:04:05.0000000+00:00",
    }, body);
}
