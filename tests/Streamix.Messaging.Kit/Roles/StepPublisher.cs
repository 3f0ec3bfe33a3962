using Microsoft.EntityFrameworkCore;
using Streamix.Messaging.Kit.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Messaging.Kit.Roles;

/// <summary>Numbers events under the subject's row lock, in the transaction that stages them.</summary>
public sealed class StepPublisher(KitDb db, IEventPublisher events)
{
    public Task StepAsync(string subject, int count = 1, CancellationToken cancellationToken = default) =>
        db.InTransactionAsync(async token =>
        {
            await StageAsync(subject, count, token);
            await db.SaveChangesAsync(token);
        }, cancellationToken: cancellationToken);

    /// <summary>For callers with a transaction of their own; saves nothing.</summary>
    public async Task StageAsync(string subject, int count, CancellationToken cancellationToken)
    {
        var last = (await db.Database.SqlQuery<int>($"""
            INSERT INTO counters (subject, last) VALUES ({subject}, {count})
            ON CONFLICT (subject) DO UPDATE SET last = counters.last + {count}
            RETURNING last
            """).ToListAsync(cancellationToken)).Single();
        for (var number = last - count + 1; number <= last; number++)
            events.Publish(new StepTaken(number), subject);
    }
}
