using System.Globalization;
using System.Text.Json;

namespace FFMpegCore;

/// <summary>A picture.</summary>
public class VideoStream : MediaStream
{
    /// <summary>Pixels.</summary>
    public int? Width { get; set; }

    /// <summary>Pixels.</summary>
    public int? Height { get; set; }

    /// <summary>Of a pixel; zeros when untold.</summary>
    public (int Width, int Height) SampleAspectRatio { get; set; }

    /// <summary>Degrees, counter-clockwise.</summary>
    public int Rotation { get; set; }

    /// <summary>Short name.</summary>
    public string? PixelFormat { get; set; }

    /// <summary><c>tv</c> or <c>pc</c>.</summary>
    public string? ColorRange { get; set; }

    /// <summary>The matrix.</summary>
    public string? ColorSpace { get; set; }

    /// <summary>The transfer function.</summary>
    public string? ColorTransfer { get; set; }

    internal static VideoStream Of(JsonElement stream) => new VideoStream
    {
        Width = Json.Number(stream, "width"),
        Height = Json.Number(stream, "height"),
        SampleAspectRatio = Ratio(Json.Text(stream, "sample_aspect_ratio")),
        Rotation = Json.Items(stream, "side_data_list").Select(data => Json.Number(data, "rotation")).FirstOrDefault(rotation => rotation is not null) ?? 0,
        PixelFormat = Json.Text(stream, "pix_fmt"),
        ColorRange = Json.Text(stream, "color_range"),
        ColorSpace = Json.Text(stream, "color_space"),
        ColorTransfer = Json.Text(stream, "color_transfer"),
    }.Fill<VideoStream>(stream);

    private static (int Width, int Height) Ratio(string? text) =>
        text?.Split(':') is [var width, var height] ? (int.Parse(width, CultureInfo.InvariantCulture), int.Parse(height, CultureInfo.InvariantCulture)) : (0, 0);
}
