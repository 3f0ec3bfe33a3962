using System.Diagnostics;
using System.Diagnostics.Metrics;
using Streamix.Comms.Email.Queue;

namespace Streamix.Comms.Email.Sending;

/// <summary>Spans and metrics of sending; tags name templates and states only.</summary>
internal sealed class SendTelemetry
{
    public const string Name = "Streamix.Email";
    private static readonly ActivitySource Source = new(Name);
    private readonly Counter<long> _ended;
    private readonly Counter<long> _postponed;
    private readonly Histogram<double> _age;

    public SendTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _ended = meter.CreateCounter<long>("streamix.email.ended", "{mail}", "Mails that reached their end, by state.");
        _postponed = meter.CreateCounter<long>("streamix.email.postponed", "{attempt}", "Tries that will be repeated.");
        _age = meter.CreateHistogram<double>("streamix.email.age", "s", "From queueing to acceptance by the server.");
    }

    /// <summary>Continues the trace of whoever asked for the mail.</summary>
    public static Activity? Start(Mail mail)
    {
        var parent = ActivityContext.TryParse(mail.TraceParent, null, isRemote: true, out var context) ? context : default;
        return Source.StartActivity($"send {mail.Template}", ActivityKind.Client, parent)?
            .SetTag("streamix.mail.id", mail.Id)
            .SetTag("streamix.mail.attempt", mail.Attempts);
    }

    public void Postponed(Mail mail) => _postponed.Add(1, new KeyValuePair<string, object?>("template", mail.Template));

    public void Ended(Mail mail, MailState state, DateTimeOffset now)
    {
        _ended.Add(1, new TagList { { "template", mail.Template }, { "state", state.ToString() } });
        if (state == MailState.Sent)
            _age.Record(Math.Max(0, (now - mail.CreatedAt).TotalSeconds), new KeyValuePair<string, object?>("template", mail.Template));
    }
}
