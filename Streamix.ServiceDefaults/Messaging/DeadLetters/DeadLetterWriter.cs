using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.ServiceDefaults.Messaging.Events;
using Streamix.ServiceDefaults.Messaging.Inbox;

namespace Streamix.ServiceDefaults.Messaging.DeadLetters;

/// <summary>Puts an event aside, once, together with the inbox row that makes later deliveries pass it over.</summary>
internal sealed class DeadLetterWriter<TDb>(IServiceScopeFactory scopes, TimeProvider time)
    where TDb : ServiceDb
{
    public Task WriteAsync(Envelope envelope, string handler, ReadOnlyMemory<byte> body, string reason, int attempts, CancellationToken cancellationToken) =>
        SaveAsync(new()
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            EventId = envelope.Id,
            Handler = handler,
            Type = StorableText.Of(envelope.Type, OutboxName),
            Version = envelope.Version,
            Subject = StorableText.Of(envelope.Subject, OutboxName),
            Body = body.ToArray(),
            OccurredAt = envelope.OccurredAt,
            CorrelationId = StorableText.Of(envelope.CorrelationId, OutboxName),
            TraceParent = envelope.TraceParent is { } trace ? StorableText.Of(trace, OutboxName) : null,
            Reason = StorableText.Of(reason, DeadLetter.MaxReason),
            Attempts = attempts,
            FailedAt = time.GetUtcNow(),
        }, cancellationToken);

    /// <summary>A message whose envelope cannot be read: its contents name it, so that a redelivery is recognised.</summary>
    public Task WriteUnreadableAsync(BusMessage message, string reason, CancellationToken cancellationToken)
    {
        var contents = Encoding.UTF8.GetBytes($"{message.Type}\n{message.Subject}\n");
        var id = new Guid(SHA256.HashData([.. contents, .. message.Body.Span])[..16]);
        var envelope = new Envelope(id, message.Type, 0, message.Subject, time.GetUtcNow(), id.ToString(), null, null);
        return WriteAsync(envelope, DeadLetterHandlers.Unreadable, message.Body, reason, 1, cancellationToken);
    }

    private const int OutboxName = 200;

    private async Task SaveAsync(DeadLetter letter, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await db.InTransactionAsync(async token =>
        {
            if (!await db.TryEnterInboxAsync(letter.EventId, letter.Handler, letter.FailedAt, token))
                return;
            db.Add(letter);
            await db.SaveChangesAsync(token);
        }, cancellationToken: cancellationToken);
    }
}
