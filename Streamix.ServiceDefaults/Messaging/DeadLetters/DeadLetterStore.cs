using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging.Consuming;
using Streamix.ServiceDefaults.Messaging.Events;
using Streamix.ServiceDefaults.Messaging.Inbox;
using Streamix.ServiceDefaults.Operations;

namespace Streamix.ServiceDefaults.Messaging.DeadLetters;

internal sealed class DeadLetterStore<TDb>(IServiceScopeFactory scopes, EventCatalog catalog, DatabaseReach<TDb> reach, TimeProvider time) : IDeadLetters
    where TDb : ServiceDb
{
    private static readonly Order<DeadLetter> LatestFirst = Order.Descending((DeadLetter l) => l.Id);

    public Task<Page<DeadLetterView>> SearchAsync(DeadLetterFilter filter, PageQuery page, CancellationToken cancellationToken) => InScopeAsync((db, _) =>
        filter.Apply(db.Set<DeadLetter>().AsNoTracking()).ToPageAsync(page, LatestFirst, DeadLetterView.Clean, cancellationToken));

    public Task<IReadOnlyList<Guid>> IdsAsync(DeadLetterFilter filter, Guid? after, int limit, CancellationToken cancellationToken) => InScopeAsync<IReadOnlyList<Guid>>(async (db, _) =>
    {
        var letters = filter.Apply(db.Set<DeadLetter>());
        if (after is { } last)
            letters = letters.Where(l => l.Id > last);
        return await letters.OrderBy(l => l.Id).Take(limit).Select(l => l.Id).ToListAsync(cancellationToken);
    });

    public Task<DeadLetterFile?> ShowAsync(Guid id, CancellationToken cancellationToken) => InScopeAsync(async (db, _) =>
        await db.Set<DeadLetter>().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, cancellationToken) is { } l
            ? new DeadLetterFile(DeadLetterView.Clean(l), ShownBody.Of(l.Body, catalog.Find(l.Type, l.Version).FirstOrDefault()?.ReadAs))
            : null);

    public Task<bool> DiscardAsync(Guid id, CancellationToken cancellationToken, Action<IServiceProvider>? alongside = null) => InScopeAsync((db, services) =>
        db.InTransactionAsync(async token =>
        {
            if (await db.Set<DeadLetter>().Where(l => l.Id == id).ExecuteDeleteAsync(token) != 1)
                return false;
            alongside?.Invoke(services);
            await db.SaveChangesAsync(token);
            return true;
        }, cancellationToken: cancellationToken));

    public async Task<ReplayResult> ReplayAsync(Guid id, CancellationToken cancellationToken, Action<IServiceProvider>? alongside = null)
    {
        try
        {
            var found = await InScopeAsync((db, services) =>
                SingleAttempt.TransactAsync(db, token => ReplayAsync(db, services, id, alongside, token), cancellationToken));
            return new(found ? ReplayOutcome.Replayed : ReplayOutcome.Absent, null);
        }
        catch (Exception error) when (error is not OperationCanceledException && (!DatabaseFailure.IsUnavailable(error) || DatabaseFailure.IsTimeout(error)))
        {
            if (DatabaseFailure.IsTimeout(error) && !await reach.IsSlowStatementAsync(error, cancellationToken))
                throw;
            var reason = FailureReason.Of(error);
            await NoteAsync(id, reason, cancellationToken);
            return new(ReplayOutcome.Failed, reason);
        }
    }

    private async Task<bool> ReplayAsync(TDb db, IServiceProvider services, Guid id, Action<IServiceProvider>? alongside, CancellationToken cancellationToken)
    {
        var letter = await db.Set<DeadLetter>()
            .FromSql($"SELECT * FROM dead_letters WHERE id = {id} FOR UPDATE")
            .SingleOrDefaultAsync(cancellationToken);
        if (letter is null)
            return false;

        var envelope = letter.ToEnvelope();
        foreach (var route in Routes(letter))
            if (letter.Handler == route.Handler.Name
                || await db.TryEnterInboxAsync(letter.EventId, route.Handler.Name, time.GetUtcNow(), cancellationToken))
                await db.HandleAsync(services, route, envelope, letter.Body, letter.Attempts + 1, cancellationToken);
        db.Remove(letter);
        alongside?.Invoke(services);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private IReadOnlyList<EventRoute> Routes(DeadLetter letter)
    {
        var routes = catalog.Find(letter.Type, letter.Version);
        if (letter.Handler is not DeadLetterHandlers.None)
            routes = [.. routes.Where(r => r.Handler.Name == letter.Handler)];
        return routes.Count > 0 ? routes : throw new InvalidOperationException("No handler understands this event.");
    }

    private Task NoteAsync(Guid id, string reason, CancellationToken cancellationToken) => InScopeAsync((db, _) =>
    {
        var text = StorableText.Of(reason, DeadLetter.MaxReason);
        return db.Set<DeadLetter>().Where(l => l.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(l => l.Reason, text)
                .SetProperty(l => l.Attempts, l => l.Attempts + 1)
                .SetProperty(l => l.FailedAt, time.GetUtcNow()),
            cancellationToken);
    });

    private async Task<T> InScopeAsync<T>(Func<TDb, IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TDb>(), scope.ServiceProvider);
    }
}
