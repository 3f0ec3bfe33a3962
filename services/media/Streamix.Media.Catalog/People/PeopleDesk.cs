using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.People;

/// <summary>What editors do to people.</summary>
internal sealed class PeopleDesk(CatalogDb db, Publisher publisher, IEnumerable<ITitleFollower> followers, IAudit audit, TimeProvider time)
{
    public static string Target(Guid id) => $"person:{id:n}";

    public Task<Person> CreateAsync(PersonContent content, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        var person = await AddAsync(content, token);
        audit.Record("person.created", Target(person.Id));
        await db.SaveChangesAsync(token);
        return person;
    }, cancellationToken: cancellationToken);

    /// <summary>Adds without saving.</summary>
    public async Task<Person> AddAsync(PersonContent content, CancellationToken cancellationToken)
    {
        var tidy = content.Tidy();
        var slug = tidy.Slug ?? await FreeSlugAsync(Slug.Of(tidy.Name, "person"), cancellationToken);
        return db.People.Add(new Person(tidy, slug, time.GetUtcNow())).Entity;
    }

    /// <summary>Null when there is none. Titles show names, so that open ones change with them.</summary>
    /// <exception cref="ProblemException">412: the caller has read another version.</exception>
    public Task<Person?> ChangeAsync(Guid id, IfMatch ifMatch, PersonContent content, CancellationToken cancellationToken) => db.InTransactionAsync<Person?>(async token =>
    {
        var person = await db.People.Include(p => p.ExternalIds).SingleOrDefaultAsync(p => p.Id == id, token);
        if (person is null)
            return null;
        if (!ifMatch.Matches(person))
            throw new ProblemException(StatusCodes.Status412PreconditionFailed, "It was changed meanwhile. Read it again and repeat.");
        var (name, tidy) = (person.Name, content.Tidy());
        person.Write(tidy, tidy.Slug ?? person.Slug, time.GetUtcNow());
        if (name != person.Name)
            await TellTitlesAsync(id, token);
        audit.Record("person.changed", Target(id));
        await db.SaveChangesAsync(token);
        return person;
    }, cancellationToken: cancellationToken);

    /// <summary>False when there is none. Whoever is credited stays: the database says so.</summary>
    public Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        if (!await db.People.AnyAsync(p => p.Id == id, token))
            return false;
        foreach (var follower in followers)
            await follower.RemovedAsync([id], token);
        audit.Record("person.removed", Target(id));
        await db.SaveChangesAsync(token);
        return await db.People.Where(p => p.Id == id).ExecuteDeleteAsync(token) == 1;
    }, cancellationToken: cancellationToken);

    private async Task TellTitlesAsync(Guid id, CancellationToken cancellationToken)
    {
        var titles = await db.Titles.Where(t => t.State == TitleState.Published && t.Credits.Any(c => c.PersonId == id))
            .OrderBy(t => t.SeriesId ?? t.Id).ThenBy(t => t.Id).Select(t => t.Id).ToListAsync(cancellationToken);
        foreach (var titleId in titles)
            if (await db.LockAsync(titleId, cancellationToken) is { IsPublished: true } title)
            {
                title.Touch(time.GetUtcNow());
                await publisher.ChangedAsync(title, cancellationToken);
            }
    }

    private async Task<string> FreeSlugAsync(string slug, CancellationToken cancellationToken)
    {
        var candidate = slug;
        for (var attempt = 1; await db.People.AnyAsync(p => p.Slug == candidate, cancellationToken); attempt++)
            candidate = Slug.Another(slug, attempt, 0);
        return candidate;
    }
}
