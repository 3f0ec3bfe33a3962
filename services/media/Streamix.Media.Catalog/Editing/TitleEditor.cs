using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Revisions;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Editing;

/// <summary>What editors write. Each call is one transaction, or part of the caller's.</summary>
internal sealed class TitleEditor(CatalogDb db, Publisher publisher, Chronicle chronicle, IAudit audit, TimeProvider time)
{
    public static string Target(Guid id) => $"title:{id:n}";

    public Task<Edit> CreateAsync(NewTitle wanted, string act, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        var content = KindRules.Tidy(wanted.Content);
        var parent = wanted.ParentId is { } parentId ? await db.Titles.AsNoTracking().SingleOrDefaultAsync(t => t.Id == parentId, token) : null;
        if (parent is null != wanted.ParentId is null)
            return Edit.Refused(Problems.Invalid("parentId", "is not a title"));
        if (!Kinds.MayBelongTo(wanted.Kind, parent?.Kind))
            return Edit.Refused(Problems.Invalid("parentId", parent is null ? $"is required for a {wanted.Kind}" : $"a {wanted.Kind} does not belong to a {parent.Kind}"));
        if (await ComplaintsAsync(wanted.Kind, content, token) is { Count: > 0 } errors)
            return Edit.Refused(errors);

        var slug = content.Slug ?? await FreeSlugAsync(Slug.For(wanted.Kind, parent?.Slug, content), content, token);
        var title = db.Titles.Add(new Title(wanted.Kind, parent, content, slug, time.GetUtcNow())).Entity;
        await chronicle.RecordAsync(title, act, token);
        audit.Record("title.created", Target(title.Id));
        await db.SaveChangesAsync(token);
        return Edit.Done(title);
    }, cancellationToken: cancellationToken);

    public Task<Edit> ChangeAsync(Guid id, IfMatch? ifMatch, TitleContent wanted, string act, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        if (await db.LockWholeAsync(id, token) is not { } title)
            return Edit.NotFound();
        if (ifMatch is not null && !ifMatch.Matches(title))
            return Edit.Refused(Problems.Stale());
        var content = KindRules.Tidy(wanted);
        if (await ComplaintsAsync(title.Kind, content, token) is { Count: > 0 } errors)
            return Edit.Refused(errors);

        var before = TitleContents.Of(title);
        var after = content with { Slug = content.Slug ?? title.Slug, Year = content.Year ?? content.ReleasedOn?.Year };
        if (ContentDiff.Between(before, after) is not { Count: > 0 } changes)
            return Unchanged(title);
        title.Write(after, after.Slug, time.GetUtcNow());
        if (title.State is TitleState.Published or TitleState.Scheduled && Completeness.Missing(title, await db.AboveAsync(title, token)) is { Count: > 0 } missing)
            return Undone(missing);
        await chronicle.RecordAsync(title, act, token);
        await publisher.ChangedAsync(title, token);
        audit.Record("title.changed", Target(id), act, [.. ContentDiff.Fields(changes)]);
        await db.SaveChangesAsync(token);
        return Edit.Done(title);
    }, cancellationToken: cancellationToken);

    private Edit Unchanged(Title title)
    {
        audit.Record("title.unchanged", Target(title.Id));
        return Edit.Nothing(title);
    }

    /// <summary>An open title stays complete; what was written into it here must not be saved by anybody.</summary>
    private Edit Undone(Dictionary<string, string[]> missing)
    {
        db.ChangeTracker.Clear();
        return Edit.Refused(missing);
    }

    private async Task<Dictionary<string, string[]>> ComplaintsAsync(string kind, TitleContent content, CancellationToken cancellationToken)
    {
        var errors = KindRules.Complaints(kind, content);
        var named = content.Credits.Select(c => c.PersonId).Distinct().ToList();
        if (named.Count > 0 && await db.People.CountAsync(p => named.Contains(p.Id), cancellationToken) != named.Count)
            errors["credits"] = ["name somebody who is not there"];
        return errors;
    }

    private async Task<string> FreeSlugAsync(string slug, TitleContent content, CancellationToken cancellationToken)
    {
        var year = content.Year ?? content.ReleasedOn?.Year ?? 0;
        var candidate = slug;
        for (var attempt = 1; await db.Titles.AnyAsync(t => t.Slug == candidate, cancellationToken); attempt++)
            candidate = Slug.Another(slug, attempt, year);
        return candidate;
    }
}
