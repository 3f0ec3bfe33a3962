using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Streamix.Users.Tests.Profile;

/// <summary>A corpus of pictures, good and bad.</summary>
internal static class Pictures
{
    public static readonly byte[] Svg = """<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><script>alert(1)</script></svg>"""u8.ToArray();

    public static byte[] Jpeg => Encode(SKEncodedImageFormat.Jpeg);

    public static byte[] Png => Encode(SKEncodedImageFormat.Png);

    public static byte[] Webp => Encode(SKEncodedImageFormat.Webp);

    /// <summary>Red, green, blue and white quarters, so that each way of turning it shows.</summary>
    public static SKColor Quarter(int x, int y, int side) => (x < side / 2, y < side / 2) switch
    {
        (true, true) => SKColors.Red,
        (false, true) => SKColors.Lime,
        (true, false) => SKColors.Blue,
        _ => SKColors.White,
    };

    public static byte[] Encode(SKEncodedImageFormat format, int width = 160, int height = 160, int orientation = 1)
    {
        using var bitmap = new SKBitmap(width, height);
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
            {
                var (u, v) = Upright(x, y, width, height, orientation);
                bitmap.SetPixel(x, y, Quarter(u, v, Math.Min(width, height)));
            }
        using var data = bitmap.Encode(format, 100);
        return data.ToArray();
    }

    /// <summary>Where a stored pixel belongs, by the definition of EXIF's eight orientations.</summary>
    private static (int X, int Y) Upright(int x, int y, int width, int height, int orientation) => orientation switch
    {
        2 => (width - 1 - x, y),
        3 => (width - 1 - x, height - 1 - y),
        4 => (x, height - 1 - y),
        5 => (y, x),
        6 => (height - 1 - y, x),
        7 => (height - 1 - y, width - 1 - x),
        8 => (y, width - 1 - x),
        _ => (x, y),
    };

    /// <summary>A JPEG with an EXIF segment: an orientation and a text.</summary>
    public static byte[] Exif(int orientation, string text = "")
    {
        var ascii = Encoding.ASCII.GetBytes(text.PadRight(4, '\0') + '\0');
        List<byte> tiff = [.. "MM\0*\0\0\0\x08\0\x02"u8, .. "\x01\x12\0\x03\0\0\0\x01\0"u8, (byte)orientation, 0, 0,
            .. "\x01\x0e\0\x02\0\0\0"u8, (byte)ascii.Length, 0, 0, 0, 38, 0, 0, 0, 0, .. ascii];
        byte[] segment = [.. "Exif\0\0"u8, .. tiff];
        var jpeg = Encode(SKEncodedImageFormat.Jpeg, orientation: orientation);
        return [.. jpeg[..2], 0xff, 0xe1, (byte)((segment.Length + 2) >> 8), (byte)(segment.Length + 2), .. segment, .. jpeg[2..]];
    }

    /// <summary>A GIF whose codes are never longer than nine bits: the table is cleared before it grows.</summary>
    public static byte[] Gif(int side = 64, int? screen = null)
    {
        List<byte> file = [.. "GIF89a"u8, .. Short(screen ?? side), .. Short(screen ?? side), 0xf7, 0, 0];
        for (var i = 0; i < 256; i++)
            file.AddRange([(byte)i, (byte)(255 - i), 128]);
        file.AddRange([0x2c, 0, 0, 0, 0, .. Short(screen ?? side), .. Short(screen ?? side), 0, 8]);
        List<int> codes = [];
        for (var i = 0; i < side * side; i++)
        {
            if (i % 250 == 0)
                codes.Add(256);
            codes.Add(i % 256);
        }
        codes.Add(257);
        var bytes = Bits(codes, 9);
        foreach (var block in bytes.Chunk(255))
            file.AddRange([(byte)block.Length, .. block]);
        return [.. file, 0, 0x3b];
    }

    /// <summary>A few hundred bytes that say they are this large.</summary>
    public static byte[] PngOf(int width, int height)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            zlib.Write(new byte[100_000]);
        byte[] header = [.. Int(width), .. Int(height), 8, 6, 0, 0, 0];
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR", header), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Bits(List<int> codes, int length)
    {
        var bytes = new byte[(codes.Count * length + 7) / 8];
        var at = 0;
        foreach (var code in codes)
            for (var bit = 0; bit < length; bit++, at++)
                bytes[at / 8] |= (byte)((code >> bit & 1) << at % 8);
        return bytes;
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var crc = uint.MaxValue;
        foreach (var value in body)
        {
            crc ^= value;
            for (var i = 0; i < 8; i++)
                crc = (crc & 1) == 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
        }
        return [.. Int(data.Length), .. body, .. Int((int)~crc)];
    }

    private static byte[] Short(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] Int(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
