using FluentValidation;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Editing;
using Streamix.Media.Catalog.People;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Catalog.Exchange;

/// <summary>Takes one row: a title that is there is rewritten, another one added. All of it or nothing.</summary>
internal sealed class RowImport(CatalogDb db, TitleEditor editor, PeopleDesk people, IValidator<TitleContent> contentRules, IValidator<PersonContent> personRules)
{
    private const string Act = "imported";

    /// <exception cref="RowException">The row cannot be taken.</exception>
    public Task<RowOutcome> TakeAsync(ExchangeTitle row, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        if (!Kinds.All.Contains(row.Kind))
            throw RowException.Of("kind", $"must be one of {string.Join(", ", Kinds.All)}");
        Check(await contentRules.ValidateAsync(row.Content([.. row.Credits.Select(_ => Guid.CreateVersion7())]), token));
        var content = row.Content(await PeopleAsync(row.Credits, token));
        var parentId = await ParentAsync(row, token);
        if (await FindAsync(row, token) is not { } present)
            return Outcome(await editor.CreateAsync(new(row.Kind, content, parentId), Act, token), RowOutcome.Created);
        if (present.Kind != row.Kind)
            throw RowException.Of("kind", $"is another than that of the title, which is a {present.Kind}");
        if (row.Parent is not null && present.ParentId != parentId)
            throw RowException.Of("parent", "is another than that of the title");
        return Outcome(await editor.ChangeAsync(present.Id, null, content, Act, token), RowOutcome.Updated);
    }, cancellationToken: cancellationToken);

    private static RowOutcome Outcome(Edit edit, RowOutcome done) => edit switch
    {
        { Refusal.ProblemDetails: HttpValidationProblemDetails { Errors: { Count: > 0 } errors } } => throw new RowException(errors),
        { Refusal: { } refusal } => throw RowException.Of("row", refusal.ProblemDetails.Detail ?? "cannot be taken"),
        _ => edit.Unchanged ? RowOutcome.Unchanged : done,
    };

    private static void Check(FluentValidation.Results.ValidationResult result, string prefix = "")
    {
        if (!result.IsValid)
            throw new RowException(result.Errors.GroupBy(e => prefix + Camel(e.PropertyName), StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Select(e => e.ErrorMessage).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal));
    }

    private static string Camel(string name) => string.Join('.', name.Split('.').Select(p => p.Length > 0 ? char.ToLowerInvariant(p[0]) + p[1..] : p));

    private async Task<Guid?> ParentAsync(ExchangeTitle row, CancellationToken cancellationToken)
    {
        if (row.Parent is null)
            return null;
        var parent = await db.Titles.Where(t => t.Slug == row.Parent).Select(t => (Guid?)t.Id).SingleOrDefaultAsync(cancellationToken);
        return parent ?? throw RowException.Of("parent", "is not the slug of a title");
    }

    private async Task<Found?> FindAsync(ExchangeTitle row, CancellationToken cancellationToken)
    {
        if (row.Slug is not null)
            return await db.Titles.Where(t => t.Slug == row.Slug).Select(t => new Found(t.Id, t.Kind, t.ParentId)).SingleOrDefaultAsync(cancellationToken);
        foreach (var external in row.ExternalIds)
            if (await db.Titles.Where(t => t.ExternalIds.Any(e => e.Source == external.Source && e.Value == external.Value))
                .Select(t => new Found(t.Id, t.Kind, t.ParentId)).SingleOrDefaultAsync(cancellationToken) is { } found)
                return found;
        return null;
    }

    private async Task<List<Guid>> PeopleAsync(IReadOnlyList<ExchangeCredit> credits, CancellationToken cancellationToken)
    {
        List<Guid> ids = [];
        foreach (var credit in credits)
            ids.Add(await PersonAsync(credit, cancellationToken));
        return ids;
    }

    private async Task<Guid> PersonAsync(ExchangeCredit credit, CancellationToken cancellationToken)
    {
        var slug = credit.Person ?? Slug.Of(credit.Name, "person");
        var present = await db.People.Where(p => p.Slug == slug).Select(p => new { p.Id, p.Name }).SingleOrDefaultAsync(cancellationToken);
        if (present is not null && (credit.Person is not null || present.Name == credit.Name.Trim()))
            return present.Id;
        var content = new PersonContent(credit.Name, credit.Person);
        Check(await personRules.ValidateAsync(content, cancellationToken), "credits.");
        var person = await people.AddAsync(content, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return person.Id;
    }

    private sealed record Found(Guid Id, string Kind, Guid? ParentId);
}
