using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Account.Data;

namespace Streamix.Users.Account.Addresses;

internal static class AddressApi
{
    private const string Route = "/account/addresses";
    private const int LargestBody = 16 * 1024;
    private static readonly Order<Address> OldestFirst = Order.Ascending((Address a) => a.Id);

    public static void MapAddresses(this IEndpointRouteBuilder app)
    {
        var addresses = app.MapGroup(Route).WithTags("Addresses")
            .RequireCaller().RequireRateLimiting(RateLimits.PerCaller).WithBodyLimit(LargestBody).WithValidation();
        addresses.MapGet("/", ListAsync).WithName("ListAddresses").WithSummary("My addresses, oldest first");
        addresses.MapPost("/", AddAsync).WithName("AddAddress").WithSummary("Adds an address; the first one is the default").WithIdempotency<AccountDb>();
        addresses.MapGet("/{id:guid}", ReadAsync).WithName("ReadAddress").WithSummary("One of my addresses");
        addresses.MapPut("/{id:guid}", RewriteAsync).WithName("ChangeAddress").WithSummary("Replaces an address");
        addresses.MapPut("/{id:guid}/default", PreferAsync).WithName("PreferAddress").WithSummary("Makes an address the default");
        addresses.MapDelete("/{id:guid}", RemoveAsync).WithName("RemoveAddress").WithSummary("Removes an address");
    }

    private static async Task<Ok<Page<AddressView>>> ListAsync([AsParameters] PageQuery page, AccountDb db, Caller caller, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.Addresses.AsNoTracking().Where(a => a.AccountId == caller.AccountId).ToPageAsync(page, OldestFirst, AddressView.Of, cancellationToken));

    private static async Task<Results<Created<AddressAdded>, NotFound, ProblemHttpResult>> AddAsync(
        AddressDraft draft, AddressBook book, Caller caller, CancellationToken cancellationToken) =>
        await book.AddAsync(caller.AccountId, draft, cancellationToken) switch
        {
            null => TypedResults.NotFound(),
            (_, true) => Problems.Conflict($"An account has at most {Address.Most} addresses."),
            var (added, _) => TypedResults.Created($"{Route}/{added!.Id}", new AddressAdded(added.Id, added.IsDefault)),
        };

    private static async Task<Results<Versioned<AddressView>, NotFound>> ReadAsync(Guid id, AccountDb db, Caller caller, CancellationToken cancellationToken) =>
        await db.Addresses.AsNoTracking().SingleOrDefaultAsync(a => a.AccountId == caller.AccountId && a.Id == id, cancellationToken) is { } address
            ? Versioned.Ok(AddressView.Of(address), address)
            : TypedResults.NotFound();

    private static async Task<Results<Versioned<AddressView>, NotFound, ProblemHttpResult>> RewriteAsync(
        Guid id, IfMatch ifMatch, AddressDraft draft, AccountDb db, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        var address = await db.Addresses.SingleOrDefaultAsync(a => a.AccountId == caller.AccountId && a.Id == id, cancellationToken);
        if (address is null)
            return TypedResults.NotFound();
        if (!ifMatch.Matches(address))
            return Problems.Stale();

        address.Rewrite(draft, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return Versioned.Ok(AddressView.Of(address), address);
    }

    private static async Task<Results<NoContent, NotFound>> PreferAsync(Guid id, AddressBook book, Caller caller, CancellationToken cancellationToken) =>
        await book.PreferAsync(caller.AccountId, id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> RemoveAsync(Guid id, AddressBook book, Caller caller, CancellationToken cancellationToken) =>
        await book.RemoveAsync(caller.AccountId, id, cancellationToken) ? TypedResults.NoContent() : TypedResults.NotFound();
}
