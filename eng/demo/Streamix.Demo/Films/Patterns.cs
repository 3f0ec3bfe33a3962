namespace Streamix.Demo.Films;

/// <summary>Scenes that are light and form only.</summary>
internal static class Patterns
{
    public static readonly Scene[] All =
    [
        Drawn.Scene("waves", c =>
            $"0.5+0.24*sin({c.Next(20, 34)}*hypot(§x-0.4*sin(§t*0.3),§y)-§t*1.5)+0.24*sin({c.Next(12, 22)}*hypot(§x+0.5,§y-0.3*cos(§t*0.25))+§t)"),
        Drawn.Scene("plasma", c =>
            $"0.5+0.17*sin(§x*{c.Next(4, 9)}+§t)+0.17*sin(§y*{c.Next(5, 10)}-§t*0.7)+0.17*sin((§x+§y)*{c.Next(4, 8)}+§t*0.5)+0.14*sin(hypot(§x,§y)*{c.Next(9, 16)}-§t)"),
        Drawn.Scene("spiral", c =>
            $"(0.5+0.5*sin({c.Whole(2, 6)}*atan2(§y,§x)+{c.Next(5, 9)}*log(hypot(§x,§y)+0.02)-§t*1.1))*clip(hypot(§x,§y)*3,0.1,1)"),
        Drawn.Scene("tunnel", c =>
            $"(0.5+0.5*sin({c.Next(1.2, 2)}/(hypot(§x,§y)+0.04)+§t*2)*cos({c.Whole(3, 8)}*atan2(§y,§x)+§t*0.4))*clip(hypot(§x,§y)*2.2,0,1)"),
        Drawn.Scene("zoneplate", c =>
            $"0.5+0.5*cos({c.Next(60, 110)}*((§x-0.2*sin(§t*0.3))^2+(§y-0.1*cos(§t*0.4))^2)-§t*2)"),
        Drawn.Scene("moire", c => $"0.5+0.25*sin({c.Next(34, 46)}*hypot(§x-0.3*cos(§t*0.35),§y-0.15*sin(§t*0.3)))+0.25*sin({c.Next(34, 46)}*hypot(§x+0.3*cos(§t*0.27),§y+0.2*sin(§t*0.33)))"),
        Drawn.Scene("bubbles", c =>
        {
            var s = c.Next(0, 6);
            return $"0.06+0.94*clip(1.6*({string.Join('+', Enumerable.Range(1, 6).Select(i => $"exp(-{18 + 6 * i}*((§x-0.65*sin({i}*1.7+{s}+§t*0.{i}))^2+(§y-0.32*cos({i}*2.1+§t*0.{7 - i}))^2))"))})-0.25,0,1)";
        }),
        Drawn.Scene("weave", c =>
            $"0.5+0.32*sin({c.Next(10, 18)}*§x+1.6*sin(§y*6+§t*0.8))*cos({c.Next(10, 18)}*§y+1.6*sin(§x*6-§t*0.6))+0.16*sin(§x*3+§t*0.4)"),
    ];
}
