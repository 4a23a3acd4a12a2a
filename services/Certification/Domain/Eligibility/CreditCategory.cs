using Mamis.Kernel;

namespace Mamis.Certification.Domain.Eligibility;

/// <summary>The kind of training a unit belongs to (rule U2).</summary>
public enum CreditCategory
{
    /// <summary>前期研修, with eight items.</summary>
    BasicEarly,

    /// <summary>基礎研修の実地研修.</summary>
    BasicField,

    /// <summary>後期研修.</summary>
    BasicLate,

    /// <summary>更新研修.</summary>
    LifeUpdate,

    /// <summary>生涯研修の実地研修.</summary>
    LifeField,

    /// <summary>専門研修.</summary>
    LifeSpecial,

    /// <summary>健康スポーツ医学講習会, early half.</summary>
    CourseEarly,

    /// <summary>健康スポーツ医学講習会, late half.</summary>
    CourseLate,

    /// <summary>再研修.</summary>
    Retraining,
}

/// <summary>What each kind of training may serve: basic, lifelong, course and retraining never stand in for each other (rules U3, K21).</summary>
public static class CreditCategories
{
    public static bool Fits(this CreditCategory category, Scheme scheme, ApplicationKind application) =>
        category.Serves() == (scheme, application);

    public static bool IsBasic(this CreditCategory category) =>
        category is CreditCategory.BasicEarly or CreditCategory.BasicField or CreditCategory.BasicLate;

    public static bool IsField(this CreditCategory category) =>
        category is CreditCategory.BasicField or CreditCategory.LifeField;

    public static bool IsLifelong(this CreditCategory category) =>
        category is CreditCategory.LifeUpdate or CreditCategory.LifeField or CreditCategory.LifeSpecial;

    private static (Scheme Scheme, ApplicationKind Application) Serves(this CreditCategory category) => category switch
    {
        _ when category.IsBasic() => (Scheme.Occupational, ApplicationKind.New),
        _ when category.IsLifelong() => (Scheme.Occupational, ApplicationKind.Renewal),
        CreditCategory.CourseEarly or CreditCategory.CourseLate => (Scheme.Sports, ApplicationKind.New),
        _ => (Scheme.Sports, ApplicationKind.Renewal),
    };
}
