using Microsoft.AspNetCore.Routing;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Tests.Host;

namespace Streamix.ServiceDefaults.Tests.Http;

/// <summary>One service for all tests of input.</summary>
public sealed class ParcelService : IAsyncLifetime
{
    internal TestService Service { get; private set; } = null!;

    internal int Handled { get; private set; }

    public async Task InitializeAsync() => Service = await TestService.StartAsync(app =>
    {
        var open = app.MapGroup("/parcels").AllowAnonymous().WithValidation();
        open.MapPost("/", (Parcel parcel) =>
        {
            Handled++;
            return TypedResults.Created("/parcels/1", parcel);
        });
        open.MapGet("/", (int weight, Guid? id, [AsParameters] PageQuery page) => TypedResults.Ok(weight + page.Size));
        open.MapGet("/fail", IResult () => throw new InvalidOperationException("secret internals"));
        open.MapGet("/down", IResult () => throw new DependencyUnavailableException("elsewhere"));
        open.MapGet("/problem/{status:int}", (int status) => Problems.Of(status, null));
        open.MapGet("/bare/{status:int}", (int status) => TypedResults.StatusCode(status));
        open.MapGet("/busy", () => Problems.TooMany(TimeSpan.FromSeconds(2.2)));
        open.MapPost("/raw", () => TypedResults.Ok()).WithMetadata(AcceptsEncodedBody.Instance);
    });

    public async Task DisposeAsync() => await Service.DisposeAsync();
}
