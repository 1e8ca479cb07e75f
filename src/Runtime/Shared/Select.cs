// In no namespace, so that it is found before that of System.Linq; the usings are for projects without implicit ones.
#pragma warning disable CA1050, IDE0005

using System;
using System.Collections.Generic;

/// <summary>
/// <c>Select</c> for builds on .NET 9, whose own one makes code for every pair of value types that anything in a native program is selected from and
/// to. .NET 10 compiles it as this one. See docs/adr/0016-size-of-native-programs.md.
/// </summary>
static class Selection
{
    internal static IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> selector)
    {
        foreach (var item in source)
            yield return selector(item);
    }

    internal static IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, int, TResult> selector)
    {
        var index = 0;
        foreach (var item in source)
            yield return selector(item, index++);
    }
}
