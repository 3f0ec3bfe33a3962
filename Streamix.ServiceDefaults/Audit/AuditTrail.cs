using System.Diagnostics;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.ServiceDefaults.Audit;

/// <summary>
/// Through the outbox to whoever keeps the records, and into the log. While nobody listens, the outbox keeps them: see <see cref="MessagingOptions.AuditRetention"/>.
/// </summary>
internal sealed partial class AuditTrail(Caller caller, IEventPublisher events, ServiceIdentity service, TimeProvider time, ILogger<AuditTrail> logger) : IAudit
{
    public int Count { get; private set; }

    public void Record(string action, string target, string? reason = null, params ReadOnlySpan<string> changed)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        events.Publish(
            new AuditRecorded(id, service.Name, action, target, caller.Name, [.. caller.Roles.Order(StringComparer.Ordinal)], caller.SessionId,
                reason, changed.ToArray(), now, Activity.Current?.TraceId.ToHexString()),
            target);
        Count++;
        Log.Recorded(logger, action, target, caller.Name, id);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Audit: {Action} on {Target} by {Actor} ({RecordId})")]
        public static partial void Recorded(ILogger logger, string action, string target, string actor, Guid recordId);
    }
}
