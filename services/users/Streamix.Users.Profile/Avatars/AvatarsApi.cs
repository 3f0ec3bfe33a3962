using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Profile.Data;
using Streamix.Users.Profile.Profiles;

namespace Streamix.Users.Profile.Avatars;

/// <summary>
/// Pictures pass through the service, not by presigned address: such an address is another one each time, so that no browser
/// would keep the picture, and it works for whoever has it, also after the profile is gone.
/// </summary>
internal static class AvatarsApi
{
    public static IServiceCollection AddAvatars(this IServiceCollection services)
    {
        services.AddOptions<AvatarOptions>().BindConfiguration("Avatars").ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AvatarJanitor>().AddHostedService(provider => provider.GetRequiredService<AvatarJanitor>());
        return services.AddSingleton<AvatarWorkshop>().AddSingleton<AvatarShelf>().AddSingleton<BuiltInGallery>().AddScoped<AvatarWardrobe>().AddScoped<AvatarLinks>();
    }

    public static void MapAvatars(this IEndpointRouteBuilder app)
    {
        var avatars = app.MapProfileGroup("Avatars");
        avatars.MapGet("/avatars", ListBuiltIn).WithName("ListBuiltInAvatars").WithSummary("The built-in pictures");
        avatars.MapGet("/avatars/{name}/{size:int}", ReadBuiltIn).WithName("ReadBuiltInAvatar").WithSummary("A built-in picture");
        avatars.MapGet("/{id:guid}/avatar/{version}/{size:int}", ReadAsync).WithName("ReadAvatar").WithSummary("The picture a profile wears");
        avatars.MapPut("/{id:guid}/avatar", ChooseAsync).WithName("ChooseAvatar").WithSummary("Puts on a built-in picture");
        avatars.MapDelete("/{id:guid}/avatar", TakeOffAsync).WithName("TakeOffAvatar").WithSummary("Goes back to the first picture");
        avatars.MapPost("/{id:guid}/avatar", UploadAsync).WithName("UploadAvatar").WithBodyLimit(UploadedFile.Body(PictureLimits.Bytes))
            .WithSummary("Puts on a picture of one's own: JPEG, PNG, WebP or GIF, 5 MiB at most")
            .Accepts<IFormFile>("multipart/form-data", "image/jpeg", "image/png", "image/webp", "image/gif", "application/octet-stream")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Ok<IReadOnlyList<BuiltInAvatarView>> ListBuiltIn(AvatarLinks links) =>
        TypedResults.Ok<IReadOnlyList<BuiltInAvatarView>>([.. BuiltInAvatars.Names.Select(name => new BuiltInAvatarView(name, links.Of(name)))]);

    private static Results<Picture, NotFound> ReadBuiltIn(string name, int size, BuiltInGallery gallery) =>
        gallery.Find(name, size) is { } image ? new Picture(image.Tag, TimeSpan.FromDays(7), () => Task.FromResult<Stream?>(new MemoryStream(image.Bytes))) : TypedResults.NotFound();

    private static async Task<Results<Picture, NotFound>> ReadAsync(
        Guid id, string version, int size, ProfileDb db, AvatarShelf shelf, Caller caller, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!AvatarKey.Sizes.Contains(size) || await db.FindAsync(caller, id, cancellationToken) is not { AvatarVersion: { } worn } || worn != version)
            return TypedResults.NotFound();
        return new Picture($"{version}-{size}", TimeSpan.FromDays(365), async () =>
        {
            if (await shelf.GetAsync(id, version, size, cancellationToken) is not { } stored)
                return null;
            response.RegisterForDisposeAsync(stored);
            return stored.Content;
        });
    }

    private static async Task<Results<Versioned<ProfileView>, NotFound>> UploadAsync(
        Guid id, HttpRequest request, ProfileDb db, AvatarWorkshop workshop, AvatarWardrobe wardrobe, Caller caller, AvatarLinks links, TimeProvider time,
        CancellationToken cancellationToken)
    {
        if (await db.FindAsync(caller, id, cancellationToken) is null)
            return TypedResults.NotFound();
        using var place = workshop.Enter();
        var file = await UploadedFile.ReadAsync(request, PictureLimits.Bytes, workshop.UploadTime, time, cancellationToken);
        var avatar = await workshop.MakeAsync(file, cancellationToken);
        return Answer(await wardrobe.WearAsync(caller.AccountId, id, avatar, cancellationToken), links);
    }

    private static async Task<Results<Versioned<ProfileView>, NotFound, ProblemHttpResult>> ChooseAsync(
        Guid id, BuiltInAvatarChoice choice, AvatarWardrobe wardrobe, Caller caller, AvatarLinks links, CancellationToken cancellationToken)
    {
        if (!BuiltInAvatars.Names.Contains(choice.BuiltIn))
            return Problems.Invalid("builtIn", "is not the name of a built-in picture");
        return await wardrobe.WearBuiltInAsync(caller.AccountId, id, choice.BuiltIn, cancellationToken) is { } profile
            ? Versioned.Ok(ProfileView.Of(profile, links), profile)
            : TypedResults.NotFound();
    }

    private static async Task<Results<Versioned<ProfileView>, NotFound>> TakeOffAsync(
        Guid id, AvatarWardrobe wardrobe, Caller caller, AvatarLinks links, CancellationToken cancellationToken) =>
        Answer(await wardrobe.WearBuiltInAsync(caller.AccountId, id, null, cancellationToken), links);

    private static Results<Versioned<ProfileView>, NotFound> Answer(UserProfile? profile, AvatarLinks links) =>
        profile is null ? TypedResults.NotFound() : Versioned.Ok(ProfileView.Of(profile, links), profile);
}
