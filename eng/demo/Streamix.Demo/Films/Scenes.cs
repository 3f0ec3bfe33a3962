namespace Streamix.Demo.Films;

/// <summary>All scenes, by name.</summary>
internal static class Scenes
{
    private static readonly Dictionary<string, Scene> ByName =
        Landscapes.All.Concat(Patterns.All).Concat(Automata.All).ToDictionary(scene => scene.Name, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> Names => ByName.Keys;

    public static Scene Of(FilmRecipe recipe) => ByName.TryGetValue(recipe.Scene, out var scene) ? scene : throw new DemoException($"There is no scene '{recipe.Scene}'.");

    /// <summary>ffmpeg's filter for the scene in its colours.</summary>
    public static string Filter(FilmRecipe recipe, Frame frame)
    {
        var scene = Of(recipe);
        var start = scene.Warmup > 0 ? FormattableString.Invariant($",trim=start={scene.Warmup + frame.From},setpts=PTS-STARTPTS") : "";
        return $"{scene.Source(frame, new Chances(recipe.Seed))}{start},{Colouring.Of(recipe.Colours)}";
    }
}
