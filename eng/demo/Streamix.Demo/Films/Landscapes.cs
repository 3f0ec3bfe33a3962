namespace Streamix.Demo.Films;

/// <summary>Scenes that look like places.</summary>
internal static class Landscapes
{
    public static readonly Scene[] All =
    [
        Drawn.Scene("dunes", c =>
        {
            var (sx, a) = (c.Next(-0.5, 0.5), c.Next(0, 6));
            return $"if(gt(§y,{Ridge(0.36, 3.1, 0.5, a)}),0.05,if(gt(§y,{Ridge(0.24, 4.3, 0.32, a)}),0.2,if(gt(§y,{Ridge(0.12, 5.7, 0.18, a)}),0.36,if(gt(§y,{Ridge(0.02, 7.9, 0.08, a)}),0.5,"
                + $"0.62-0.5*§y*§y-0.25*§y+0.6*exp(-120*((§x-{sx})^2+(§y+0.22-0.01*§t)^2))+0.2*exp(-9*((§x-{sx})^2+(§y+0.22-0.01*§t)^2))))))";
        }),
        Drawn.Scene("ocean", c =>
        {
            var (sx, fast) = (c.Next(-0.4, 0.4), c.Next(1.2, 2.2));
            return $"if(lt(§y,0.02),0.55+0.5*§y+0.5*exp(-90*((§x-{sx})^2+(§y+0.14)^2))+0.25*exp(-10*((§x-{sx})^2+(§y+0.14)^2)),"
                + $"0.22+0.1*sin(9/(§y+0.06)+§t*{fast})+0.07*sin(§x*14/(§y+0.25)-§t)+0.5*exp(-((§x-{sx})/(0.05+0.35*§y))^2)*(0.5+0.5*sin(13/(§y+0.05)+§t*{fast}*1.7+4*§x)))";
        }),
        Drawn.Scene("aurora", c =>
        {
            var (a, b) = (c.Next(2.4, 4.2), c.Next(9, 15));
            return $"if(gt(§y,0.32+0.05*sin(§x*5+1)+0.03*sin(§x*13)),0.02,0.08+0.85*exp(-7*abs(§y+0.08+0.14*sin(§x*{a}+§t*0.4)))*(0.55+0.45*sin(§x*{b}+§t*0.9+2*sin(§x*5-§t*0.3)))"
                + $"+0.4*exp(-9*abs(§y+0.24+0.1*sin(§x*{b}*0.3-§t*0.3)))*(0.5+0.5*sin(§x*{b}*1.4-§t)))";
        }),
        Drawn.Scene("city", c =>
        {
            var (n, s, mx) = (c.Whole(15, 24), c.Next(1, 40), c.Next(-0.5, 0.5));
            var column = $"floor((§x+2+§t*0.012)*{n})";
            var lamp = $"abs(mod(sin({column}*91.7+floor((§y+1)*{n * 3})*37.3+floor((§x+2+§t*0.012)*{n * 4})*11.1)*4375.85+§t*0.004,1))";
            return $"if(gt(§y,0.3-0.5*abs(mod(sin({column}*12.9898+{s})*43758.5453,1))),0.06+0.75*gt({lamp},0.74)*gt(abs(sin(§y*{n * 3}*3.1416)),0.45),0.3+0.35*(§y+0.5)+0.45*lt(hypot(§x-{mx},§y+0.3),0.07)+0.2*exp(-30*((§x-{mx})^2+(§y+0.3)^2)))";
        }),
        Drawn.Scene("forest", c =>
        {
            var (n, s) = (c.Whole(6, 10), c.Next(1, 30));
            return $"if({Trees(n, 0.05, s, 0.42)},0.04,if({Trees(n * 2, 0.025, s, 0.26)},0.22,if({Trees(n * 3, 0.012, s, 0.14)},0.42,0.62+0.4*exp(-12*((§x-0.2)^2+(§y+0.2)^2))-0.3*§y)))";
        }),
        Drawn.Scene("snow", c =>
        {
            var (n, s) = (c.Whole(22, 34), c.Next(1, 20));
            return $"max(if(gt(§y,{Ridge(0.3, 3.7, 0.1, s)}),0.75,if(gt(§y,{Ridge(0.18, 5.1, 0.05, s)}),0.55,0.18+0.25*(§y+0.5))),{Flakes(n, s, 0.11)}+{Flakes($"{n * 2}", s, 0.07)})";
        }),
        Drawn.Scene("lanterns", c =>
        {
            var s = c.Next(0, 6);
            return string.Concat(Enumerable.Range(1, 7).Select(i =>
                $"0.75*exp(-{90 + 35 * i}*((§x-0.75*sin({i}*2.3+{s}+§t*0.05))^2+(§y-0.5+mod({i}*0.29+§t*0.0{2 + i % 4},1.15))^2))+")) + "0.08+0.18*(0.5+§y)+0.05*sin(§x*3+§t*0.4)";
        }),
    ];

    private static string Ridge(double height, double width, double speed, string phase) =>
        FormattableString.Invariant($"{height}+0.055*sin(§x*{width}+§t*{speed}+{phase})+0.02*sin(§x*{width * 2.7}+§t*{speed}*1.3+{phase})");

    private static string Trees(int count, double speed, string seed, double height) => FormattableString.Invariant(
        $"gt(§y,0.45-{height}*(0.55+0.45*abs(mod(sin(floor((§x+3+§t*{speed})*{count})*12.9898+{seed})*43758.5453,1)))*(1-abs(mod((§x+3+§t*{speed})*{count},1)-0.5)*1.9))");

    private static string Flakes(int count, string seed, double speed) => Flakes($"{count}", seed, speed);

    private static string Flakes(string count, string seed, double speed)
    {
        var column = $"floor((§x+2)*{count})";
        return FormattableString.Invariant(
            $"0.9*lt(hypot(mod((§x+2)*{count},1)-0.5,(mod(§y+2-§t*{speed}*(0.7+abs(mod(sin({column}*7.13)*991.7,1)))+abs(mod(sin({column}*12.9+{seed})*4375.8,1)),1)-0.5)*{count}),0.22)");
    }
}
