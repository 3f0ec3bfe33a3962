using System.Globalization;

namespace Streamix.Demo.Films;

/// <summary>Grey becomes three colours: dark, middle, light, and what lies between.</summary>
internal static class Colouring
{
    public static string Of(IReadOnlyList<string> colours)
    {
        var (dark, middle, light) = (Parse(colours[0]), Parse(colours[1]), Parse(colours[2]));
        return $"format=gbrp,lutrgb=r='{Ramp(dark.R, middle.R, light.R)}':g='{Ramp(dark.G, middle.G, light.G)}':b='{Ramp(dark.B, middle.B, light.B)}'";
    }

    public static (int R, int G, int B) Parse(string colour) => colour is ['#', _, _, _, _, _, _]
        ? (Hex(colour[1..3]), Hex(colour[3..5]), Hex(colour[5..7]))
        : throw new DemoException($"'{colour}' is no colour such as #1a2b3c.");

    private static string Ramp(int dark, int middle, int light) => $"if(lt(val,128),{dark}+({middle - dark})*val/128,{middle}+({light - middle})*(val-128)/127)";

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
