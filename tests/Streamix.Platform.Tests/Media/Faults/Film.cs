using System.Text.Json;
using Streamix.Testing;

namespace Streamix.Platform.Tests.Media.Faults;

/// <summary>A film on its way from a file to the viewers.</summary>
internal sealed class Film(Editor editor, string name, int seconds, bool isProtected, TimeSpan patience)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);

    public string Name => name;

    public bool IsProtected => isProtected;

    public int Frames => seconds * Footage.FramesPerSecond;

    public Guid Title { get; private set; }

    public Guid Asset { get; private set; }

    /// <summary>What its asset is in the end.</summary>
    public JsonElement View { get; private set; }

    public async Task ComeOutAsync()
    {
        Title = await editor.WriteMovieAsync(name);
        Asset = await editor.UploadAsync(Title, await Footage.MakeAsync(seconds), isProtected);
        await Until.TrueAsync(async () =>
        {
            await Task.Delay(Look);
            View = await editor.AssetAsync(Asset);
            return View.GetProperty("state").GetString() is "ready" or "rejected" or "failed";
        }, $"{name} is transcoded", patience);
        if (View.GetProperty("state").GetString() != "ready") throw new InvalidOperationException($"{name}: {View}");
        await PublishAsync();
    }

    /// <summary>Whose answer was lost looks before asking again.</summary>
    private Task PublishAsync() => Until.TrueAsync(async () =>
    {
        if (await editor.StateAsync(Title) == "published") return true;
        await editor.PublishAsync(Title);
        return false;
    }, $"{name} is published", patience);
}
