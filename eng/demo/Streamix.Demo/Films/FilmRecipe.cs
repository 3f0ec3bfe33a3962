namespace Streamix.Demo.Films;

/// <summary>How a film is made.</summary>
/// <param name="Scene">A name of <see cref="Scenes"/>.</param>
/// <param name="Seed">Makes one of the scene's many variations.</param>
/// <param name="Colours">Dark, middle and light, as #rrggbb.</param>
/// <param name="Music">Its tune.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="Size">Width by height.</param>
/// <param name="Footage">The file that plays instead of a scene, in the npm package's folder.</param>
internal sealed record FilmRecipe(
    string Scene, int Seed, IReadOnlyList<string> Colours, MusicRecipe Music, int Seconds = 24, string Size = "640x360", string? Footage = null)
{
    public const int Rate = 24;

    public int Width => int.Parse(Size.Split('x')[0]);

    public int Height => int.Parse(Size.Split('x')[1]);
}

/// <summary>A tune.</summary>
/// <param name="Root">Hertz.</param>
/// <param name="Mood">A name of <see cref="Music.Moods"/>.</param>
/// <param name="Beat">Seconds.</param>
internal sealed record MusicRecipe(double Root, string Mood, double Beat);
