using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Auth;
using Streamix.Users.Profile.Data;
using Streamix.Users.Profile.Profiles;

namespace Streamix.Users.Profile.Pins;

internal static class PinsApi
{
    public static IServiceCollection AddPins(this IServiceCollection services)
    {
        services.AddOptions<PinOptions>().BindConfiguration("Pins").ValidateDataAnnotations().ValidateOnStart();
        return services.AddSingleton<PinHasher>().AddScoped<PinGate>();
    }

    public static void MapPins(this IEndpointRouteBuilder app)
    {
        var pin = app.MapProfileGroup("PIN").MapGroup("/{id:guid}/pin");
        pin.MapPut("/", SetAsync).WithName("SetPin").WithSummary("Sets the PIN: with the old one, or after a fresh proof").ProducesProblem(StatusCodes.Status403Forbidden);
        pin.MapDelete("/", RemoveAsync).WithName("RemovePin").WithSummary("Removes the PIN: with the old one, or after a fresh proof").ProducesProblem(StatusCodes.Status403Forbidden);
    }

    private static async Task<Results<NoContent, NotFound, Refusal>> SetAsync(
        Guid id, PinDraft draft, [FromHeader(Name = PinHeader.Name)] string? pin,
        ProfileDb db, Roster roster, Guardian guardian, PinHasher hasher, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindAsync(caller, id, cancellationToken) is not { } seen)
            return TypedResults.NotFound();
        if (await guardian.ChangePinAsync(seen, pin, cancellationToken) is { } refusal)
            return refusal;

        var hash = hasher.Hash(id, draft.Pin);
        var changed = await roster.EditAsync(caller.AccountId, id, seen.Version, async (profile, _, token) =>
        {
            var kept = await db.Pins.SingleOrDefaultAsync(p => p.ProfileId == id, token) ?? db.Pins.Add(new(id)).Entity;
            kept.Set(hash, time.GetUtcNow());
            profile.Lock(hasPin: true, time.GetUtcNow());
        }, cancellationToken);
        return changed is null ? TypedResults.NotFound() : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, NotFound, Refusal>> RemoveAsync(
        Guid id, [FromHeader(Name = PinHeader.Name)] string? pin,
        ProfileDb db, Roster roster, Guardian guardian, Caller caller, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.FindAsync(caller, id, cancellationToken) is not { HasPin: true } seen)
            return TypedResults.NotFound();
        if (await guardian.ChangePinAsync(seen, pin, cancellationToken) is { } refusal)
            return refusal;

        var changed = await roster.EditAsync(caller.AccountId, id, seen.Version, async (profile, _, token) =>
        {
            await db.Pins.Where(p => p.ProfileId == id).ExecuteDeleteAsync(token);
            profile.Lock(hasPin: false, time.GetUtcNow());
        }, cancellationToken);
        return changed is null ? TypedResults.NotFound() : TypedResults.NoContent();
    }
}
