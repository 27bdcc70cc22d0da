package com.acme;

import org.apache.camel.main.Main;

public class MyApplication {

    public static void main(String[] args) throws Exception {
        new Main(MyApplication.class).run(args);
    }
}
