using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Editing;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.People;

internal static class PeopleApi
{
    private const string Route = "/catalog/admin/people";
    private static readonly Order<Person> ByName = Order.Ascending((Person p) => p.SortName).ThenAscending(p => p.Id);

    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        var people = app.MapEditing(Route, "People");
        people.MapGet("/", ListAsync).WithName("ListPeople").WithSummary("Finds people by a part of their name");
        people.MapPost("/", CreateAsync).WithName("CreatePerson").WithSummary("Adds a person").WithIdempotency<CatalogDb>().ProducesProblem(StatusCodes.Status409Conflict);
        people.MapGet("/{id:guid}", ReadAsync).WithName("ReadPerson").WithSummary("A person as editors see it");
        people.MapPut("/{id:guid}", ChangeAsync).WithName("ChangePerson").WithSummary("Replaces what is written of a person").ProducesProblem(StatusCodes.Status409Conflict);
        people.MapDelete("/{id:guid}", RemoveAsync).WithName("RemovePerson").WithSummary("Removes a person no title names").ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<Page<PersonFile>>> ListAsync([AsParameters] PersonSearch search, [AsParameters] PageQuery page, CatalogDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await search.Filter(db.People.AsNoTracking().Include(p => p.ExternalIds)).ToPageAsync(page, ByName, PersonFile.Of, cancellationToken));

    private static async Task<Created<PersonFile>> CreateAsync(PersonContent content, PeopleDesk desk, CancellationToken cancellationToken)
    {
        var person = await desk.CreateAsync(content, cancellationToken);
        return TypedResults.Created($"{Route}/{person.Id}", PersonFile.Of(person));
    }

    private static async Task<Results<Versioned<PersonFile>, NotFound>> ReadAsync(Guid id, CatalogDb db, CancellationToken cancellationToken) =>
        await db.People.AsNoTracking().Include(p => p.ExternalIds).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is { } person
            ? Versioned.Ok(PersonFile.Of(person), person)
            : TypedResults.NotFound();

    private static async Task<Results<Versioned<PersonFile>, NotFound>> ChangeAsync(
        Guid id, IfMatch ifMatch, PersonContent content, PeopleDesk desk, CancellationToken cancellationToken) =>
        await desk.ChangeAsync(id, ifMatch, content, cancellationToken) is { } person ? Versioned.Ok(PersonFile.Of(person), person) : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> RemoveAsync(Guid id, PeopleDesk desk, CancellationToken cancellationToken) =>
        await desk.RemoveAsync(id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();
}
