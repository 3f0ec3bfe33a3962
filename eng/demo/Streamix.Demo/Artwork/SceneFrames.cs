using Streamix.Demo.Films;

namespace Streamix.Demo.Artwork;

/// <summary>Single pictures of a film's scene, drawn in the size they are wanted.</summary>
internal sealed class SceneFrames(Ffmpeg ffmpeg, string work)
{
    private const double Later = 7;

    public async Task<byte[]> DrawAsync(FilmRecipe look, int width, int height, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(work);
        var file = Path.Combine(work, $"frame-{Guid.NewGuid():n}.png");
        try
        {
            await ffmpeg.RunAsync(["-f", "lavfi", "-i", Scenes.Filter(look, new(width, height, 12, Later)), "-frames:v", "1", "-threads", "1", file], cancellationToken);
            return await File.ReadAllBytesAsync(file, cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
