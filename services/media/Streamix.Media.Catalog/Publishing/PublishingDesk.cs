using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Editing;
using Streamix.Media.Catalog.Revisions;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Publishing;

/// <summary>What editors do to the state of a title, past the guards.</summary>
internal sealed class PublishingDesk(CatalogDb db, Publisher publisher, Chronicle chronicle, IAudit audit, TimeProvider time)
{
    public Task<Edit> MoveAsync(
        Guid id, IfMatch ifMatch, TitleState to, string action, string? reason, CancellationToken cancellationToken, DateTimeOffset? publishAt = null) =>
        db.InTransactionAsync(async token =>
        {
            if (await db.LockWholeAsync(id, token) is not { } title)
                return Edit.NotFound();
            if (!ifMatch.Matches(title))
                return Edit.Refused(Problems.Stale());
            if (publishAt < time.GetUtcNow())
                return Edit.Refused(Problems.Invalid("publishAt", "must not be in the past"));
            if (await ObstacleAsync(title, to, token) is { } obstacle)
                return Edit.Refused(Problems.Conflict(obstacle));
            await publisher.MoveAsync(title, to, chronicle.Actor, reason, token, publishAt);
            audit.Record(action, TitleEditor.Target(id), reason, "state");
            await db.SaveChangesAsync(token);
            return Edit.Done(title);
        }, cancellationToken: cancellationToken);

    /// <summary>Why the title cannot go there; null when it can.</summary>
    public async Task<string?> ObstacleAsync(Title title, TitleState to, CancellationToken cancellationToken)
    {
        if (!StateMachine.Allows(title.Kind, title.State, to))
            return $"A {title.Kind} that is {title.State.Name()} cannot become {to.Name()}.";
        if (to == TitleState.Ready && title is { Plays: true, Package: null })
            return $"A {title.Kind} is ready when its renditions are.";
        if (to is not (TitleState.Scheduled or TitleState.Published))
            return null;
        var missing = Completeness.Missing(title, await db.AboveAsync(title, cancellationToken));
        return missing.Count == 0 ? null : $"It is not complete: {string.Join("; ", missing.Select(m => $"{m.Key} {m.Value[0]}"))}.";
    }
}
